package io.callscope.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeUpCallTest {
    @Test
    void theSameNumberIsTheSameCall() {
        assertThat(MadeUpCall.of(4_711, 10_000, CallShape.OF_PAGES, 17).said())
                .isEqualTo(MadeUpCall.of(4_711, 10_000, CallShape.OF_PAGES, 17).said())
                .isNotEqualTo(
                        MadeUpCall.of(4_712, 10_000, CallShape.OF_PAGES, 17).said());
    }

    @Test
    void fewWordsAreCommonAndMostAreRare() {
        // Given
        MadeUpTalk talk = new MadeUpTalk(1);
        Map<String, Integer> counts = new HashMap<>();

        // When
        for (String word : talk.sentence("ru", 50_000).split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }

        // Then
        List<Integer> sorted = counts.values().stream().sorted((a, b) -> b - a).toList();
        assertThat(sorted.get(0)).isGreaterThan(2_000);
        assertThat(sorted).hasSizeGreaterThan(5_000);
        assertThat(sorted.get(sorted.size() / 2)).isLessThan(5);
    }

    @Test
    void callsHaveEveryState() {
        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(i ->
                                MadeUpCall.of(i, 2_000, CallShape.OF_PAGES, 17).state()))
                .contains("recorded", "failed", "analyzed");
    }

    @Test
    void someCustomersCallAgainWithinDaysOverAYearOfAMillionCalls() {
        // Given a day's calls
        List<Integer> customers = IntStream.range(0, 2_650)
                .mapToObj(i ->
                        MadeUpCall.of(i, 1_000_000, CallShape.OF_REPORTS, 17).customer())
                .toList();

        // Then
        assertThat(customers.stream().distinct().count()).isLessThan(customers.size() - 50L);
    }
}
