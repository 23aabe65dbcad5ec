package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharacterErrorsTest {
    @Test
    void countsTheLeastChangesAtAnyLength() {
        Random random = new Random(11);
        for (int round = 0; round < 600; round++) {
            // Given: lengths below, at and above a whole number of 64 cells
            int[] pattern = characters(random, random.nextInt(200));
            int[] text = characters(random, random.nextInt(200));

            // When
            long distance = CharacterErrors.distance(pattern, text);

            // Then
            assertThat(distance)
                    .as("round %d, %d and %d characters", round, pattern.length, text.length)
                    .isEqualTo(byTable(pattern, text));
        }
    }

    @Test
    void countsSpacesAndCyrillicLettersAsOne() {
        // When
        CharacterErrors errors = CharacterErrors.of(List.of("добрый", "день"), List.of("добрыйдень"));

        // Then
        assertThat(errors).isEqualTo(new CharacterErrors(1, 11));
        assertThat(errors.cer()).isCloseTo(1.0 / 11, within(1e-12));
    }

    @Test
    void anEmptySideIsAllErrors() {
        assertThat(CharacterErrors.of(List.of(), List.of("ab")).cer()).isEqualTo(2);
        assertThat(CharacterErrors.of(List.of("ab"), List.of()).cer()).isEqualTo(1);
        assertThat(CharacterErrors.of(List.of(), List.of()).cer()).isZero();
    }

    private static int[] characters(Random random, int length) {
        return random.ints(length, 'a', 'a' + 1 + random.nextInt(6)).toArray();
    }

    private static long byTable(int[] pattern, int[] text) {
        int[][] table = new int[pattern.length + 1][text.length + 1];
        for (int i = 0; i <= pattern.length; i++) {
            for (int j = 0; j <= text.length; j++) {
                table[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                table[i - 1][j - 1] + (pattern[i - 1] == text[j - 1] ? 0 : 1),
                                1 + Math.min(table[i - 1][j], table[i][j - 1]));
            }
        }
        return table[pattern.length][text.length];
    }
}
