package io.callscope.analytics.web.appeals;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.review.appeals.AppealRefusedException;
import io.callscope.analytics.review.appeals.AppealScores;
import io.callscope.analytics.review.appeals.Appeals;
import io.callscope.analytics.review.appeals.Decision;
import io.callscope.analytics.review.appeals.Filing;
import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is done about appeals, noted, with refusals in words; the same for pages and JSON. Thread-safe. */
final class AppealActs {
    private final Appeals appeals;
    private final ReadLog reads;

    AppealActs(Appeals appeals, ReadLog reads) {
        this.appeals = appeals;
        this.reads = reads;
    }

    /** The appeal that the address names. */
    Appeal appeal(Context context) {
        long number = number(context, ProblemType.UNKNOWN_APPEAL);
        return appeals.of(Viewer.of(context), number)
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_APPEAL, Long.toString(number)));
    }

    /** Its scores, when they may be seen; that is noted. */
    Optional<AppealScores> scores(Context context, Appeal appeal) {
        Optional<AppealScores> scores = appeals.scores(Viewer.of(context), appeal.number());
        scores.ifPresent(seen -> reads.scores(context, appeal.callId()));
        return scores;
    }

    /** The review that the address names; that its scores are seen is noted. */
    ScoredReview review(Context context) {
        long number = number(context, ProblemType.UNKNOWN_REVIEW);
        ScoredReview review = refusing(() -> appeals.review(Viewer.of(context), number));
        reads.scores(context, review.callId());
        return review;
    }

    Appeal file(Context context, Filing filing) {
        Appeal appeal = refusing(() -> appeals.file(Viewer.of(context), filing));
        return noted(
                context,
                AuditAction.APPEAL_FILED,
                appeal,
                Map.of("review", Long.toString(filing.review()), "criterion", filing.criterion()));
    }

    Appeal take(Context context) {
        Appeal appeal = appeal(context);
        return noted(
                context,
                AuditAction.APPEAL_TAKEN,
                refusing(() -> appeals.take(Viewer.of(context), appeal.number())),
                Map.of());
    }

    Appeal release(Context context) {
        Appeal appeal = appeal(context);
        User user = Viewer.of(context);
        return noted(
                context,
                AuditAction.APPEAL_RELEASED,
                refusing(() -> appeals.release(user, appeal.number(), user.may(Permission.LEAD_REVIEWS))),
                Map.of());
    }

    Appeal decide(Context context, Decision decision) {
        Appeal appeal = appeal(context);
        return noted(
                context,
                AuditAction.APPEAL_DECIDED,
                refusing(() -> appeals.decide(Viewer.of(context), appeal.number(), decision)),
                Map.of());
    }

    private Appeal noted(Context context, AuditAction action, Appeal appeal, Map<String, String> detail) {
        Map<String, String> all = new HashMap<>(detail);
        all.put("appeal", Long.toString(appeal.number()));
        reads.noted(context, action, appeal.callId(), all);
        return appeal;
    }

    private static long number(Context context, ProblemType unknown) {
        return number(context.pathParam("number"), unknown);
    }

    /** A number as it is written in addresses and forms. */
    static long number(String given, ProblemType unknown) {
        if (!given.matches("\\d{1,18}")) {
            throw ProblemException.of(unknown, given.length() > 40 ? given.substring(0, 40) + "…" : given);
        }
        return Long.parseLong(given);
    }

    private static <T> T refusing(Supplier<T> act) {
        try {
            return act.get();
        } catch (AppealRefusedException refused) {
            throw ProblemException.of(ProblemType.valueOf(refused.refusal().name()), refused.about());
        }
    }
}
