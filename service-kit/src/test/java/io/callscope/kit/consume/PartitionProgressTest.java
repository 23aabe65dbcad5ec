package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {
    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void hasNothingToCommitBeforeAnythingIsTaken() {
        // When
        // Then
        assertThat(progress.hasNewsToCommit()).isFalse();
        assertThat(progress.committable()).isEqualTo(-1);
        assertThat(progress.uncommitted()).isZero();
    }

    @Test
    void holdsBackWhatFinishedBehindAnUnfinishedOne() {
        // Given
        progress.take(10);
        progress.take(11);
        progress.take(12);

        // When
        progress.finish(11);
        progress.finish(12);

        // Then
        assertThat(progress.committable()).isEqualTo(10);
        assertThat(progress.uncommitted()).isEqualTo(3);
    }

    @Test
    void goesOnToTheEndOnceTheFirstIsFinished() {
        // Given
        progress.take(10);
        progress.take(11);
        progress.finish(11);

        // When
        progress.finish(10);

        // Then
        assertThat(progress.committable()).isEqualTo(12);
        assertThat(progress.hasNewsToCommit()).isTrue();
        assertThat(progress.uncommitted()).isZero();
    }

    @Test
    void stepsOverOffsetsThatHoldNoRecord() {
        // Given
        progress.take(10);
        progress.take(15);

        // When
        progress.finish(10);

        // Then
        assertThat(progress.committable()).isEqualTo(15);
    }

    @Test
    void commitsNothingTwice() {
        // Given
        progress.take(10);
        progress.finish(10);

        // When
        progress.committedUpTo(11);

        // Then
        assertThat(progress.hasNewsToCommit()).isFalse();
    }

    @Test
    void neverCommitsAnUnfinishedRecordWhateverTheOrder() {
        for (long seed = 0; seed < 200; seed++) {
            assertPrefix(seed);
        }
    }

    private static void assertPrefix(long seed) {
        // Given
        Random random = new Random(seed);
        PartitionProgress progress = new PartitionProgress();
        List<Long> open = new ArrayList<>();
        Set<Long> unfinished = new HashSet<>();
        long offset = 0;
        for (int step = 0; step < 300; step++) {
            // When
            if (open.isEmpty() || random.nextInt(3) > 0) {
                offset += 1 + random.nextInt(2);
                progress.take(offset);
                open.add(offset);
                unfinished.add(offset);
            } else {
                Collections.shuffle(open, random);
                long finished = open.remove(0);
                progress.finish(finished);
                unfinished.remove(finished);
            }
            // Then
            long expected = unfinished.stream().min(Long::compare).orElse(offset + 1);
            assertThat(progress.committable())
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
        }
    }
}
