package io.callscope.kit.config;

import java.util.Map;
import java.util.Objects;

/**
 * A Kafka cluster.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param replicationFactor of topics that are made here, 1 to 10; default 1
 * @param partitions of topics that are made here, 1 to 1000; default 6
 * @param audioRetentionDays how long recordings stay in the audio topic, days; default 90
 * @param flushEveryEvent makes the broker write each event to disk before it answers, for a single broker that must
 *     survive a power cut; applies to topics that are made here, never to audio; default false
 * @param client further settings of Kafka's clients, such as {@code security.protocol}
 */
public record KafkaConfig(
        @Required("host:port of a Kafka broker") String bootstrapServers,
        Integer replicationFactor,
        Integer partitions,
        Integer audioRetentionDays,
        Boolean flushEveryEvent,
        Map<String, String> client) {
    public KafkaConfig {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers");
        replicationFactor = replicationFactor == null ? 1 : replicationFactor;
        partitions = partitions == null ? 6 : partitions;
        audioRetentionDays = audioRetentionDays == null ? 90 : audioRetentionDays;
        flushEveryEvent = flushEveryEvent != null && flushEveryEvent;
        client = client == null ? Map.of() : Map.copyOf(client);
        if (replicationFactor < 1 || replicationFactor > 10) {
            throw new IllegalArgumentException("replicationFactor %d: expected 1 to 10".formatted(replicationFactor));
        }
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException("partitions %d: expected 1 to 1000".formatted(partitions));
        }
        if (audioRetentionDays < 1) {
            throw new IllegalArgumentException(
                    "audioRetentionDays %d: expected 1 or more".formatted(audioRetentionDays));
        }
    }

    /** A cluster with every default. */
    public static KafkaConfig of(String bootstrapServers) {
        return new KafkaConfig(bootstrapServers, 1, 6, 90, false, Map.of());
    }
}
