package io.callscope.ingest.server;

import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at what really stands in Kafka and in the database. */
public final class Inside {
    private final TestServers servers;

    public Inside(TestServers servers) {
        this.servers = servers;
    }

    /** Every event of a call on a topic, in order. */
    public <T> List<T> events(String topic, String callId, Class<T> type) {
        return records(topic).stream()
                .filter(message -> callId.equals(message.key()))
                .map(message -> EventJson.read(message.value(), type))
                .toList();
    }

    /** Every record of a topic. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    public void copyAudio(AudioManifest manifest, Path target) {
        new KafkaRecordingSource(KafkaConfig.of(servers.bootstrapServers())).copyTo(manifest, target);
    }

    /** The call's states in the table of recordings: one, or none. */
    public List<String> states(String callId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword());
                PreparedStatement query =
                        connection.prepareStatement("select state from ingest.recordings where call_id = ?")) {
            query.setString(1, callId);
            List<String> states = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
            return states;
        }
    }
}
