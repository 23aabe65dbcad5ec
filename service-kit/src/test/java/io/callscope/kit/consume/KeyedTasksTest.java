package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KeyedTasksTest {
    private final List<String> started = new ArrayList<>();
    private final KeyedTasks tasks =
            new KeyedTasks(task -> started.add(task.received().key() + task.offset()));

    @Test
    void startsOneOfAKeyAndTheNextWhenItIsOver() {
        // Given
        RecordTask first = task("a", 0);
        tasks.add(first);
        tasks.add(task("a", 1));
        tasks.add(task("b", 2));
        tasks.add(task("a", 3));

        // When
        List<String> before = List.copyOf(started);
        tasks.over(first);

        // Then
        assertThat(before).containsExactly("a0", "b2");
        assertThat(started).containsExactly("a0", "b2", "a1");
        assertThat(tasks.size()).isEqualTo(3);
    }

    @Test
    void endsEmpty() {
        // Given
        RecordTask first = task("a", 0);
        RecordTask second = task("a", 1);
        tasks.add(first);
        tasks.add(second);

        // When
        tasks.over(first);
        tasks.over(second);

        // Then
        assertThat(tasks.size()).isZero();
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void dropsWaitingOnesAndLeavesRunningOnes() {
        // Given
        RecordTask first = task("a", 0);
        tasks.add(first);
        tasks.add(task("a", 1));
        tasks.add(task("a", 2));

        // When
        int dropped = tasks.dropWaiting(task -> task.offset() == 1);
        tasks.over(first);

        // Then
        assertThat(dropped).isEqualTo(1);
        assertThat(started).containsExactly("a0", "a2");
    }

    @Test
    void aTaskThatComesAgainWaitsForItsAbandonedTwin() {
        // Given
        RecordTask abandoned = task("a", 0);
        RecordTask again = task("a", 0);
        tasks.add(abandoned);

        // When
        tasks.add(again);
        List<String> before = List.copyOf(started);
        tasks.over(abandoned);

        // Then
        assertThat(before).containsExactly("a0");
        assertThat(tasks.running()).containsExactly(again);
    }

    private static RecordTask task(String key, long offset) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>("calls", 0, offset, key, new byte[0]);
        RecordTask.Surroundings none = new RecordTask.Surroundings(
                ConsumerOptions.of("g", "stage", List.of("calls"), 1), received -> {}, null, null, null);
        return new RecordTask(none, message, new PartitionProgress(), (task, outcome) -> {});
    }
}
