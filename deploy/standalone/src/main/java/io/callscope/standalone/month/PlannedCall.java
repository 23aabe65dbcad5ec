package io.callscope.standalone.month;

import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call before anything is said in it. How it ends is known only when it is known why the person comes again, so that
 * alone is changed later. Not thread-safe.
 */
final class PlannedCall {
    final Kind kind;
    final Person person;
    final String issue;
    final Subject subject;
    final Instant startedAt;
    final boolean crowded;
    final MonthCall.Agent agent;

    @Nullable
    PlannedCall earlier;

    boolean repeat;
    boolean told;
    String cause = MonthPlan.NONE;

    @Nullable
    String department;

    Ending ending = Ending.SOLVED;

    /**
     * Somebody who calls.
     *
     * @param number null when it is hidden
     */
    record Person(String id, @Nullable String number) {}

    PlannedCall(
            Kind kind,
            Person person,
            String issue,
            Subject subject,
            Instant startedAt,
            MonthCall.Agent agent,
            boolean crowded) {
        this.kind = kind;
        this.person = person;
        this.issue = issue;
        this.subject = subject;
        this.startedAt = startedAt;
        this.agent = agent;
        this.crowded = crowded;
    }
}
