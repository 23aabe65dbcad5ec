package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordAlignerTest {
    private static final EditCosts ODD = new EditCosts(5, 2, 7);

    @Test
    void costsTheLeastHoweverItIsCut() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            // Given
            List<String> reference = words(random, random.nextInt(30), 4);
            List<String> hypothesis = words(random, random.nextInt(30), 4);
            for (EditCosts costs : List.of(EditCosts.UNIT, EditCosts.SCLITE, ODD)) {
                // When
                Alignment whole = new WordAligner(costs).of(reference, hypothesis);
                Alignment cut = new WordAligner(costs, 4).of(reference, hypothesis);

                // Then
                String pair = "%s / %s at %s".formatted(reference, hypothesis, costs);
                assertThat(whole.cost(costs)).as(pair).isEqualTo(least(reference, hypothesis, costs));
                assertThat(cut.counts()).as(pair).isEqualTo(whole.counts());
                assertIsAnAlignment(whole, reference, hypothesis);
                assertIsAnAlignment(cut, reference, hypothesis);
            }
        }
    }

    @Test
    void keepsTheMostHitsOfWhatCostsTheSame() {
        // When
        ErrorCounts counts =
                WordAligner.align(List.of("a", "b"), List.of("b", "c")).counts();

        // Then: not two substitutions
        assertThat(counts).isEqualTo(new ErrorCounts(1, 0, 1, 1));
    }

    @Test
    void alignsALongCallInLittleMemory() {
        // Given: as many words as two people say in an hour; a table of bytes would take 100 MB
        Random random = new Random(3);
        List<String> reference = words(random, 10_000, 3_000);
        List<String> hypothesis = new ArrayList<>();
        for (String word : reference) {
            int draw = random.nextInt(10);
            if (draw > 0) {
                hypothesis.add(draw == 1 ? "other" + random.nextInt(100) : word);
            }
            if (draw == 2) {
                hypothesis.add("more");
            }
        }
        long before = allocatedBytes();

        // When
        Alignment alignment = WordAligner.align(reference, hypothesis);

        // Then
        assertThat(allocatedBytes() - before).isLessThan(32L << 20);
        assertThat(alignment.counts().wer()).isBetween(0.2, 0.32);
        assertIsAnAlignment(alignment, reference, hypothesis);
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static void assertIsAnAlignment(Alignment alignment, List<String> reference, List<String> hypothesis) {
        int r = 0;
        int h = 0;
        for (Alignment.Place place : alignment.places()) {
            if (place.reference() >= 0) {
                assertThat(place.reference()).isEqualTo(r++);
            }
            if (place.hypothesis() >= 0) {
                assertThat(place.hypothesis()).isEqualTo(h++);
            }
            if (place.reference() >= 0 && place.hypothesis() >= 0) {
                assertThat(place.edit() == Alignment.Edit.HIT)
                        .isEqualTo(reference.get(place.reference()).equals(hypothesis.get(place.hypothesis())));
            }
        }
        assertThat(r).isEqualTo(reference.size());
        assertThat(h).isEqualTo(hypothesis.size());
        assertThat(alignment.counts().reference()).isEqualTo(r);
        assertThat(alignment.counts().hypothesis()).isEqualTo(h);
    }

    /** The textbook's whole table. */
    private static long least(List<String> reference, List<String> hypothesis, EditCosts costs) {
        long[][] table = new long[reference.size() + 1][hypothesis.size() + 1];
        for (int i = 0; i <= reference.size(); i++) {
            for (int j = 0; j <= hypothesis.size(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = (long) i * costs.deletion() + (long) j * costs.insertion();
                } else {
                    boolean same = reference.get(i - 1).equals(hypothesis.get(j - 1));
                    table[i][j] = Math.min(
                            table[i - 1][j - 1] + (same ? 0 : costs.substitution()),
                            Math.min(table[i - 1][j] + costs.deletion(), table[i][j - 1] + costs.insertion()));
                }
            }
        }
        return table[reference.size()][hypothesis.size()];
    }

    private static List<String> words(Random random, int length, int vocabulary) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            words.add("w" + random.nextInt(vocabulary));
        }
        return words;
    }
}
