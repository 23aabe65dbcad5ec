package io.callscope.analytics.gold;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallMetadata;
import io.callscope.statistics.BinaryCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well a classifier does on labelled calls. Immutable.
 *
 * @param calls how many calls were judged
 * @param forces counts of calls by force: a pair of call and force is positive when it has one barrier or more
 * @param micro the counts of all forces together
 * @param barrierCodes counts of calls by barrier code, for tuning; only of calls whose gold names codes
 * @param driverCodes counts of calls by driver code
 * @param signals counts of calls by signal; only of calls whose gold names signals
 * @param repeat counts of "the customer says that he calls again"
 * @param causeHits repeats whose cause was named right, out of {@code causes}
 * @param causes repeats that both see
 * @param resolutionHits calls whose resolution was named right
 * @param reasonHits calls whose contact reason was named right, out of {@code reasons}
 * @param reasons calls whose gold names a reason
 * @param insufficient counts of calls in which there is nothing to judge
 * @param misses what differs, call by call, for tuning
 */
public record GoldScore(
        int calls,
        Map<Force, BinaryCounts> forces,
        BinaryCounts micro,
        Map<String, BinaryCounts> barrierCodes,
        Map<String, BinaryCounts> driverCodes,
        Map<String, BinaryCounts> signals,
        BinaryCounts repeat,
        int causeHits,
        int causes,
        int resolutionHits,
        int reasonHits,
        int reasons,
        BinaryCounts insufficient,
        List<String> misses) {

    /** Classifies every call and compares. Metadata is what a recorder would know: the language and nothing else. */
    public static GoldScore of(List<GoldCall> calls, CallClassifier classifier) {
        Tally tally = new Tally();
        for (GoldCall call : calls) {
            tally.add(
                    call,
                    classifier.classify(
                            CallMetadata.ofLanguage(call.transcript().language()), call.transcript()));
        }
        return tally.score();
    }

    /** F1 over pairs of call and force; NaN when there is no positive pair at all. */
    public double microF1() {
        return micro.f1().orElse(Double.NaN);
    }

    /** Adds up. Not thread-safe. */
    private static final class Tally {
        private final Map<Force, BinaryCounts> forces = new EnumMap<>(Force.class);
        private final Map<String, BinaryCounts> barrierCodes = new TreeMap<>();
        private final Map<String, BinaryCounts> driverCodes = new TreeMap<>();
        private final Map<String, BinaryCounts> signals = new TreeMap<>();
        private final List<String> misses = new ArrayList<>();
        private BinaryCounts repeat = BinaryCounts.EMPTY;
        private BinaryCounts insufficient = BinaryCounts.EMPTY;
        private int calls;
        private int causeHits;
        private int causes;
        private int resolutionHits;
        private int reasonHits;
        private int reasons;

        Tally() {
            for (Force force : Force.values()) {
                forces.put(force, BinaryCounts.EMPTY);
            }
        }

        void add(GoldCall call, Classification found) {
            calls++;
            Set<Force> gold =
                    call.barriers().stream().map(GoldCall.GoldMark::force).collect(Collectors.toSet());
            Set<Force> machine = found.marks().stream()
                    .filter(mark -> mark.polarity() == Polarity.BARRIER)
                    .map(Mark::force)
                    .collect(Collectors.toSet());
            for (Force force : Force.values()) {
                forces.merge(
                        force, BinaryCounts.one(gold.contains(force), machine.contains(force)), BinaryCounts::plus);
            }
            add(barrierCodes, codes(call.barriers()), codes(found, Polarity.BARRIER), call.id() + " barrier");
            add(driverCodes, codes(call.drivers()), codes(found, Polarity.DRIVER), call.id() + " driver");
            Set<String> goldSignals = call.signals();
            if (goldSignals != null) {
                Set<String> heard = found.signals().stream().map(Signal::id).collect(Collectors.toSet());
                add(signals, goldSignals, heard, call.id() + " signal");
            }
            circumstances(call, found);
        }

        private static Set<String> codes(List<GoldCall.GoldMark> marks) {
            Set<String> codes = new HashSet<>();
            for (GoldCall.GoldMark mark : marks) {
                String code = mark.code();
                codes.add(code == null ? mark.force().id() + ".*" : code);
            }
            return codes;
        }

        private static Set<String> codes(Classification found, Polarity polarity) {
            return found.marks().stream()
                    .filter(mark -> mark.polarity() == polarity)
                    .map(Mark::code)
                    .collect(Collectors.toSet());
        }

        private void add(Map<String, BinaryCounts> counts, Set<String> gold, Set<String> machine, String where) {
            Set<String> either = new HashSet<>(gold);
            either.addAll(machine);
            for (String id : either) {
                BinaryCounts one = BinaryCounts.one(gold.contains(id), machine.contains(id));
                counts.merge(id, one, BinaryCounts::plus);
                if (gold.contains(id) != machine.contains(id)) {
                    misses.add("%s %s %s".formatted(where, gold.contains(id) ? "missed" : "false", id));
                }
            }
        }

        private void circumstances(GoldCall call, Classification found) {
            repeat = repeat.plus(
                    BinaryCounts.one(call.repeatSaid(), found.repeat().said()));
            miss(
                    call,
                    "repeat",
                    String.valueOf(call.repeatSaid()),
                    String.valueOf(found.repeat().said()));
            if (call.repeatSaid() && found.repeat().said()) {
                causes++;
                causeHits +=
                        same(call, "cause", call.repeatCause(), found.repeat().cause());
            }
            resolutionHits += same(
                    call,
                    "resolution",
                    call.resolution().id(),
                    found.resolution().id());
            if (call.reason() != null) {
                reasons++;
                reasonHits += same(call, "reason", call.reason(), found.contactReason());
            }
            boolean judged = found.verdict() == Verdict.JUDGED;
            insufficient = insufficient.plus(BinaryCounts.one(!call.evidenceSufficient(), !judged));
            miss(call, "sufficient", String.valueOf(call.evidenceSufficient()), String.valueOf(judged));
        }

        private int same(
                GoldCall call,
                String what,
                @org.jspecify.annotations.Nullable String gold,
                @org.jspecify.annotations.Nullable String machine) {
            miss(call, what, String.valueOf(gold), String.valueOf(machine));
            return String.valueOf(gold).equals(String.valueOf(machine)) ? 1 : 0;
        }

        private void miss(GoldCall call, String what, String gold, String machine) {
            if (!gold.equals(machine)) {
                misses.add("%s %s %s, machine %s".formatted(call.id(), what, gold, machine));
            }
        }

        GoldScore score() {
            BinaryCounts micro = forces.values().stream().reduce(BinaryCounts.EMPTY, BinaryCounts::plus);
            return new GoldScore(
                    calls,
                    Collections.unmodifiableMap(forces),
                    micro,
                    barrierCodes,
                    driverCodes,
                    signals,
                    repeat,
                    causeHits,
                    causes,
                    resolutionHits,
                    reasonHits,
                    reasons,
                    insufficient,
                    List.copyOf(misses));
        }
    }
}
