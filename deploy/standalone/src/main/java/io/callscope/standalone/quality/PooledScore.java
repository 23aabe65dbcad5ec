package io.callscope.standalone.quality;

import io.callscope.model.call.Party;
import io.callscope.statistics.Bootstrap;
import io.callscope.statistics.CharacterErrors;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.Interval;
import io.callscope.statistics.KeywordCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How well several calls were recognised: their counts added up, intervals by drawing whole calls. Immutable.
 *
 * @param calls in order of their names
 */
record PooledScore(List<CallScore> calls) {
    private static final int FEWEST_FOR_TERCILES = 6;

    PooledScore {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("0 calls: expected one or more");
        }
    }

    /** Errors with speakers matched so that they are the fewest. */
    ErrorCounts words() {
        return CallScore.pooled(calls, CallScore::words);
    }

    ErrorCounts roleFixed() {
        return CallScore.pooled(calls, CallScore::roleFixed);
    }

    ErrorCounts rawWords() {
        return parties().stream().map(PartyScore::rawWords).reduce(ErrorCounts.EMPTY, ErrorCounts::plus);
    }

    CharacterErrors characters(Function<PartyScore, CharacterErrors> which) {
        return parties().stream().map(which).reduce(CharacterErrors.EMPTY, CharacterErrors::plus);
    }

    /** One party's errors over all calls. */
    ErrorCounts of(Party party) {
        return CallScore.words(
                parties().stream().filter(each -> each.party() == party).toList());
    }

    private List<PartyScore> parties() {
        return CallScore.parties(calls);
    }

    /** Of the word error rate; empty for a single call. */
    Optional<Interval> interval() {
        return Bootstrap.USUAL.interval(calls.size(), drawn -> drawn(drawn).wer());
    }

    /** Of its difference to that of other scores of the same calls: the same calls are drawn on both sides. */
    Optional<Interval> differenceTo(PooledScore other) {
        return Bootstrap.USUAL.interval(
                calls.size(), drawn -> drawn(drawn).wer() - other.drawn(drawn).wer());
    }

    private ErrorCounts drawn(int[] places) {
        ErrorCounts sum = ErrorCounts.EMPTY;
        for (int place : places) {
            sum = sum.plus(calls.get(place).words());
        }
        return sum;
    }

    /** The codebook's phrases that were said, the most frequent first. */
    Map<String, KeywordCounts> phrases() {
        Map<String, KeywordCounts> sums = new LinkedHashMap<>();
        parties()
                .forEach(party ->
                        party.phrases().forEach((phrase, counts) -> sums.merge(phrase, counts, KeywordCounts::plus)));
        Map<String, KeywordCounts> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, KeywordCounts> e) ->
                                -e.getValue().said())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** All of them together. */
    KeywordCounts keywords() {
        return phrases().values().stream().reduce(KeywordCounts.EMPTY, KeywordCounts::plus);
    }

    /**
     * Calls of about the same confidence.
     *
     * @param least confidence of the least sure of them, 0 to 1
     * @param most confidence of the surest
     */
    record Band(int calls, double least, double most, ErrorCounts words) {}

    /** A third of the calls each, the least sure first; none when there are too few calls to say anything. */
    List<Band> byConfidence() {
        List<CallScore> sorted = calls.stream()
                .filter(call -> call.confidence().isPresent())
                .sorted(Comparator.comparingDouble(call -> call.confidence().getAsDouble()))
                .toList();
        List<Band> bands = new ArrayList<>();
        if (sorted.size() < FEWEST_FOR_TERCILES) {
            return bands;
        }
        for (int third = 0; third < 3; third++) {
            List<CallScore> part = sorted.subList(third * sorted.size() / 3, (third + 1) * sorted.size() / 3);
            bands.add(new Band(
                    part.size(),
                    part.get(0).confidence().orElseThrow(),
                    part.get(part.size() - 1).confidence().orElseThrow(),
                    CallScore.pooled(part, CallScore::words)));
        }
        return bands;
    }
}
