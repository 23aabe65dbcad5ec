package io.callscope.analytics.web.promises;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.promises.Closing;
import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.problem.Valid;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of promises, noted; the same for the page and JSON. Thread-safe. */
final class PromiseActs {
    /** Clocks of other systems may be a little ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final PromiseSources sources;
    private final ReadLog reads;
    private final Clock clock;

    PromiseActs(PromiseSources sources, ReadLog reads, Clock clock) {
        this.sources = sources;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * The promise that the address names.
     *
     * @throws ProblemException when there is none that the viewer may see
     */
    FollowedPromise promise(Context context) {
        String given = context.pathParam("number");
        if (!given.matches("\\d{1,18}")) {
            throw unknown(given);
        }
        return sources.promises()
                .one(Long.parseLong(given), Viewer.scope(context), clock.instant())
                .orElseThrow(() -> unknown(given));
    }

    private static ProblemException unknown(String given) {
        return ProblemException.of(
                ProblemType.UNKNOWN_PROMISE, given.length() > 40 ? given.substring(0, 40) + "…" : given);
    }

    /**
     * Closes it; the same again is not noted again.
     *
     * @param outcome the word for it
     * @param at when it happened; when it is left out, now, or what was said before with the same words
     * @param who says so; the signed-in user when it is left out
     */
    FollowedPromise close(Context context, String outcome, @Nullable Instant at, @Nullable String who, String note) {
        FollowedPromise promise = promise(context);
        User user = allowed(context);
        Instant now = clock.instant();
        Closing said = Valid.of(
                "body",
                () -> new Closing(
                        Closing.Outcome.ofId(outcome), at == null ? now : at, who == null ? user.login() : who, note));
        Closing closing = at == null && said.says(promise.closing()) ? Objects.requireNonNull(promise.closing()) : said;
        boolean possible = !closing.happenedAt().isAfter(now.plus(AHEAD))
                && !closing.happenedAt().isBefore(promise.startedAt());
        if (!possible) {
            throw ProblemException.badParameter(
                    "at", closing.happenedAt().toString(), Expected.of("expected.promise-closed-at"));
        }
        boolean changed = sources.promises()
                .close(promise.number(), closing, user, now)
                .orElseThrow(() -> unknown(Long.toString(promise.number())));
        return noted(
                context,
                promise,
                changed,
                AuditAction.PROMISE_CLOSED,
                Map.of("outcome", closing.outcome().id()));
    }

    /** Takes back what was said; when nobody had said anything nothing changes. */
    FollowedPromise reopen(Context context) {
        FollowedPromise promise = promise(context);
        boolean changed = sources.promises()
                .reopen(promise.number(), allowed(context), clock.instant())
                .orElseThrow(() -> unknown(Long.toString(promise.number())));
        return noted(context, promise, changed, AuditAction.PROMISE_REOPENED, Map.of());
    }

    private User allowed(Context context) {
        User user = Viewer.of(context);
        if (!sources.settings().mayClose(user.role())) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return user;
    }

    private FollowedPromise noted(
            Context context, FollowedPromise promise, boolean changed, AuditAction action, Map<String, String> detail) {
        if (changed) {
            Map<String, String> all = new HashMap<>(detail);
            all.put("promise", Long.toString(promise.number()));
            reads.noted(context, action, promise.callId(), all);
        }
        return promise(context);
    }
}
