package io.callscope.kit.consume;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a service consumes.
 *
 * @param groupId the consumer group; the processes of one service share it
 * @param topics what it reads
 * @param stage the service's word for its step, as it stands on dead letters, such as {@code transcribe}
 * @param concurrency records handled at once in this process, at least 1
 * @param maxInFlight records taken from Kafka and not finished, at least {@code concurrency}; partitions pause beyond it
 * @param attempts how often an error of the program itself is tried before the dead letters, at least 1
 * @param drain how long revocation and shutdown wait for records under way
 */
public record ConsumerOptions(
        String groupId,
        List<String> topics,
        String stage,
        int concurrency,
        int maxInFlight,
        int attempts,
        Duration drain) {
    public ConsumerOptions {
        Objects.requireNonNull(groupId, "groupId");
        Objects.requireNonNull(stage, "stage");
        topics = List.copyOf(topics);
        if (concurrency < 1 || maxInFlight < concurrency || attempts < 1) {
            throw new IllegalArgumentException("concurrency %d, maxInFlight %d, attempts %d: expected 1 <= concurrency"
                            .formatted(concurrency, maxInFlight, attempts)
                    + " <= maxInFlight and at least one attempt");
        }
    }

    /** The usual way: eight records taken for each one handled, three attempts, ten seconds to drain. */
    public static ConsumerOptions of(String groupId, String stage, List<String> topics, int concurrency) {
        return new ConsumerOptions(groupId, topics, stage, concurrency, concurrency * 8, 3, Duration.ofSeconds(10));
    }
}
