package io.callscope.analytics.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestExampleTest {
    private static final int FEATURES = 40;

    private final Random random = new Random(7);

    @Test
    void namesTheExampleThatAnExhaustiveSearchNames() {
        // Given
        List<String> codes = new ArrayList<>();
        List<SparseVector> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            codes.add("code-" + i);
            examples.add(vector());
        }
        NearestExample nearest = new NearestExample(codes, examples, FEATURES);

        for (int i = 0; i < 200; i++) {
            // When
            SparseVector words = vector();

            // Then
            assertThat(nearest.codeOf(words)).isEqualTo(codes.get(mostLike(words, examples)));
        }
    }

    @Test
    void namesTheFirstOfEquallyNearOnes() {
        SparseVector same = new SparseVector(new int[] {3}, new double[] {1});

        NearestExample nearest = new NearestExample(List.of("a", "b"), List.of(same, same), FEATURES);

        assertThat(nearest.codeOf(same)).isEqualTo("a");
        assertThat(nearest.codeOf(new SparseVector(new int[] {4}, new double[] {1})))
                .isEqualTo("a");
    }

    @Test
    void wantsACodeForEachExample() {
        assertThatThrownBy(() -> new NearestExample(List.of("a"), List.of(), FEATURES))
                .hasMessage("1 codes of 0 examples: expected as many, one or more");
    }

    private SparseVector vector() {
        int[] places = random.ints(0, FEATURES).distinct().limit(8).sorted().toArray();
        return new SparseVector(places, random.doubles(places.length).toArray());
    }

    private static int mostLike(SparseVector words, List<SparseVector> examples) {
        int best = 0;
        for (int i = 1; i < examples.size(); i++) {
            if (product(words, examples.get(i)) > product(words, examples.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static double product(SparseVector one, SparseVector other) {
        double sum = 0;
        for (int i = 0; i < one.count(); i++) {
            for (int j = 0; j < other.count(); j++) {
                sum += one.place(i) == other.place(j) ? one.weight(i) * other.weight(j) : 0;
            }
        }
        return sum;
    }
}
