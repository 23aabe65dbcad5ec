package io.callscope.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final TopicPartition PARTITION = new TopicPartition("calls", 0);

    @TempDir
    Path folder;

    @Test
    void keepsRecordsOverARestartOnOtherPorts() throws Exception {
        // Given
        List<Integer> ports = Ports.free(4);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1))) {
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), 50);
        }

        // When
        List<String> found;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports.get(2), ports.get(3))) {
            found = readAll(broker.bootstrapServers());
        }

        // Then
        assertThat(found).isEqualTo(values(50));
    }

    @Test
    void keepsAcknowledgedRecordsOfAKilledBroker() throws Exception {
        // Given
        List<Integer> ports = Ports.free(2);
        try (Owner owner = Owner.start("broker", folder, ports.get(0), ports.get(1))) {
            createTopic("127.0.0.1:" + ports.get(0));
            send("127.0.0.1:" + ports.get(0), 500);
            owner.kill();
        }

        // When
        List<String> found;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1))) {
            found = readAll(broker.bootstrapServers());
        }

        // Then
        assertThat(found).isEqualTo(values(500));
    }

    @Test
    void doesNotMakeTopicsThatNobodyDeclared() {
        // Given
        List<Integer> ports = Ports.free(2);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1));
                KafkaProducer<String, String> producer = producer(broker.bootstrapServers(), 1_500)) {
            // When
            // Then
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "value"))
                            .get())
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        // Given
        int free = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // When
            // Then
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, free, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("controller")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void refusesAFolderInUse() {
        // Given
        List<Integer> ports = Ports.free(4);
        try (EmbeddedBroker first = EmbeddedBroker.start(folder, ports.get(0), ports.get(1))) {
            // When
            // Then
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, ports.get(2), ports.get(3)))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(first.bootstrapServers()).isEqualTo("127.0.0.1:" + ports.get(0));
        }
    }

    private static void createTopic(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(String bootstrapServers, int count) throws Exception {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers, 30_000)) {
            for (String value : values(count)) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), "key", value))
                        .get();
            }
        }
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers, int maxBlockMs) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", maxBlockMs),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> readAll(String bootstrapServers) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            List<String> values = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<String, String> received : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(received.value());
                }
            }
            return values;
        }
    }

    private static List<String> values(int count) {
        return IntStream.range(0, count).mapToObj(index -> "value " + index).toList();
    }
}
