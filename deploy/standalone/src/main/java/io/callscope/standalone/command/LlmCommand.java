package io.callscope.standalone.command;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.llm.parked.ParkedList;
import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.access.UserAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope llm}. */
@Command(name = "llm", description = "The language model beside the rules: calls that wait for it, and what it takes.")
final class LlmCommand {
    private static final int SHOWN = 100;
    private static final int MOST = 1_000_000;

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which parked calls are meant. */
    static final class Choice {
        @Option(names = "--reason", paramLabel = "REASON", description = "only with this reason, such as day-budget")
        private @Nullable String reason;

        @Option(names = "--call", paramLabel = "ID", description = "only this call")
        private @Nullable String call;

        boolean isEmpty() {
            return reason == null && call == null;
        }

        Filter asFilter(CommandSpec spec) {
            if (reason != null && LlmFailure.ofId(reason).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--reason \"%s\": expected one of %s"
                                .formatted(
                                        reason,
                                        Arrays.stream(LlmFailure.values())
                                                .map(LlmFailure::id)
                                                .toList()));
            }
            return new Filter(reason, call == null ? null : new CallId(call));
        }
    }

    LlmCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "parked",
            description =
                    "Show calls that the model has no answer for yet, longest parked first, and counts by reason.")
    int parked(
            @Mixin DatabaseOptions database,
            @Mixin Choice choice,
            @Option(names = "--json", description = "one JSON object a line, every call") boolean json)
            throws IOException {
        Filter filter = choice.asFilter(spec);
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = Clock.systemUTC();
        try (AnalyticsDatabase open = AnalyticsDatabase.open(database.database(context))) {
            ParkedList.Page page =
                    new JdbiParkedList(open.dataSource(), clock).find(filter, json ? MOST : SHOWN, 0, TeamScope.all());
            for (ParkedList.Entry entry : page.calls()) {
                out.println(json ? json(entry) : line(entry, clock.instant()));
            }
            if (!json) {
                if (page.total() > page.calls().size()) {
                    out.println("… and %d more"
                            .formatted(page.total() - page.calls().size()));
                }
                for (ParkedList.ByReason by : page.by()) {
                    out.println("%s: %d, the oldest waits %s, %d asked for"
                            .formatted(by.reason(), by.calls(), age(by.oldest(), clock.instant()), by.asked()));
                }
                out.println(page.total() == 1 ? "1 parked call" : page.total() + " parked calls");
            }
            return 0;
        }
    }

    @Command(
            name = "resume",
            description = {
                "Ask for parked calls to be put to the model again, longest parked first. The running service does so by",
                "and by (llm.resumePerMinute); answers that are kept cost nothing."
            })
    int resume(
            @Mixin DatabaseOptions database,
            @Mixin Choice choice,
            @Option(names = "--limit", paramLabel = "N", description = "so many calls at the most") @Nullable
                    Integer limit,
            @Option(names = "--all", description = "every parked call") boolean all)
            throws IOException {
        Filter filter = choice.asFilter(spec);
        if (choice.isEmpty() && limit == null && !all) {
            throw new ParameterException(
                    spec.commandLine(), "llm resume: say which ones: --reason REASON, --call ID, --limit N or --all");
        }
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit %d: expected 1 or more".formatted(limit));
        }
        Clock clock = Clock.systemUTC();
        try (AnalyticsDatabase open = AnalyticsDatabase.open(database.database(context))) {
            new JdbiAuditLog(open.dataSource(), clock)
                    .append(new AuditEvent(
                            UserAccess.whoIsAtTheTerminal(),
                            AuditAction.CALLS_RESUMED,
                            filter.call() == null ? List.of() : List.of(filter.call()),
                            filter.reason() == null ? Map.of() : Map.of("reason", filter.reason())));
            int asked = new JdbiParkedList(open.dataSource(), clock)
                    .ask(filter, limit == null ? MOST : limit, TeamScope.all())
                    .size();
            spec.commandLine().getOut().println("%d asked for".formatted(asked));
            return asked > 0 || all ? 0 : 1;
        }
    }

    private static String json(ParkedList.Entry entry) {
        return new String(EventJson.write(entry), StandardCharsets.UTF_8);
    }

    private static String line(ParkedList.Entry entry, Instant now) {
        return "%-10s %-28s %-14s %s%s"
                .formatted(
                        age(entry.since(), now),
                        entry.callId(),
                        entry.reason(),
                        entry.detail(),
                        entry.askedAt() == null ? "" : " (asked for)");
    }

    private static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.toDays() > 0
                ? "%d d %d h".formatted(age.toDays(), age.toHoursPart())
                : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }
}
