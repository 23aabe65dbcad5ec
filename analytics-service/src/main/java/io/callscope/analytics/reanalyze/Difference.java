package io.callscope.analytics.reanalyze;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a changed configuration makes of stored calls. Immutable.
 *
 * @param calls calls that were compared
 * @param sameVersion of these, calls whose analysis is of the new version already
 * @param changed of these, calls of which anything below differs
 * @param unanswered of these, calls that a language model had no usable answer for: the rules' analysis was compared
 * @param codes barriers and drivers, those that change most first; those that change in no call are left out
 * @param signals likewise
 * @param flags likewise
 * @param reasons contact reasons that are heard otherwise, most calls first
 * @param resolutions likewise
 * @param verdicts likewise
 */
public record Difference(
        long calls,
        long sameVersion,
        long changed,
        long unanswered,
        List<Change> codes,
        List<Change> signals,
        List<Change> flags,
        List<Move> reasons,
        List<Move> resolutions,
        List<Move> verdicts) {
    public Difference {
        codes = List.copyOf(codes);
        signals = List.copyOf(signals);
        flags = List.copyOf(flags);
        reasons = List.copyOf(reasons);
        resolutions = List.copyOf(resolutions);
        verdicts = List.copyOf(verdicts);
    }

    /** The same with only those examples whose calls somebody may see. */
    public Difference visible(Predicate<String> callId) {
        Objects.requireNonNull(callId, "callId");
        return new Difference(
                calls,
                sameVersion,
                changed,
                unanswered,
                changes(codes, callId),
                changes(signals, callId),
                changes(flags, callId),
                moves(reasons, callId),
                moves(resolutions, callId),
                moves(verdicts, callId));
    }

    private static List<Change> changes(List<Change> all, Predicate<String> callId) {
        return all.stream()
                .map(one -> new Change(
                        one.id(),
                        one.kept(),
                        one.gained(),
                        one.lost(),
                        examples(one.gainedExamples(), callId),
                        examples(one.lostExamples(), callId)))
                .toList();
    }

    private static List<Move> moves(List<Move> all, Predicate<String> callId) {
        return all.stream()
                .map(one -> new Move(one.from(), one.to(), one.calls(), examples(one.examples(), callId)))
                .toList();
    }

    private static List<Example> examples(List<Example> all, Predicate<String> callId) {
        return all.stream().filter(one -> callId.test(one.callId())).toList();
    }
}
