package io.callscope.analytics.repeats;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One time that a customer came to the center: a call, or several when it was forwarded. Where it came in (queue, team)
 * is the first call's, how it ended the last one's. Immutable.
 *
 * @param calls its calls in order of time, at least one, all of one customer
 */
public record Contact(List<CallFacts> calls) {
    /** Reasons that do not tell one issue from another. */
    private static final Set<String> NO_ISSUE = Set.of(Circumstances.OTHER, Circumstances.NOT_UNDERSTOOD);

    public Contact {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a contact without calls: expected one or more");
        }
    }

    /** Id of its first call, by which it is known. */
    public String id() {
        return first().callId();
    }

    public CallFacts first() {
        return calls.get(0);
    }

    public @Nullable String customer() {
        return first().customer();
    }

    public Instant startedAt() {
        return first().startedAt();
    }

    /** How long agents talked. */
    public long handleMs() {
        return calls.stream().mapToLong(CallFacts::durationMs).sum();
    }

    /** Whether any of it could be judged: only then can it be heard what it is about. */
    public boolean isJudged() {
        return calls.stream().anyMatch(call -> call.verdict() == Verdict.JUDGED);
    }

    /** What it is about: the first call's reason that names an issue. */
    public String reason() {
        return calls.stream()
                .map(CallFacts::reason)
                .filter(reason -> !NO_ISSUE.contains(reason))
                .findFirst()
                .orElse(first().reason());
    }

    /** Whether it is known what it is about: without that it repeats nothing and nothing repeats it. */
    public boolean hasIssue() {
        return isJudged() && !NO_ISSUE.contains(reason());
    }

    public @Nullable String stage() {
        return firstOf(calls.stream().map(CallFacts::stage));
    }

    public @Nullable String product() {
        return firstOf(calls.stream().map(CallFacts::product));
    }

    /** How it ended: what the last call that tells says. */
    public Resolution resolution() {
        return calls.stream()
                .map(CallFacts::resolution)
                .filter(resolution -> resolution != Resolution.UNKNOWN)
                .reduce((earlier, later) -> later)
                .orElse(Resolution.UNKNOWN);
    }

    /** The cause that was said, a named one before "none"; null when the customer says of no repeat. */
    public @Nullable String saidCause() {
        List<String> said = calls.stream()
                .map(CallFacts::saidCause)
                .filter(Objects::nonNull)
                .toList();
        return said.stream()
                .filter(cause -> !cause.equals(Circumstances.NO_CAUSE))
                .findFirst()
                .orElse(said.isEmpty() ? null : Circumstances.NO_CAUSE);
    }

    /** Whether the customer says that this is a new question. */
    public boolean isSaidToBeNew() {
        return Circumstances.NEW_QUESTION.equals(saidCause());
    }

    /** Whether the customer says that he calls again about the same. */
    public boolean isSaidToRepeat() {
        return saidCause() != null && !isSaidToBeNew();
    }

    public boolean isPromise() {
        return calls.stream().anyMatch(CallFacts::promised);
    }

    /** Departments that own its barriers, the first call's first. */
    public List<String> barrierOwners() {
        return calls.stream().flatMap(call -> call.barrierOwners().stream()).toList();
    }

    private static @Nullable String firstOf(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
