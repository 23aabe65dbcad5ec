package io.callscope.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.server.EmbeddedServers;
import io.callscope.kit.server.TestServers;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class KafkaEventPublisherIT {
    /** Stands for an event; its text decides how large it is. */
    record Note(String text) {}

    private static final CallId CALL_ID = new CallId("call-1");

    private TestServers servers;
    private Producer<String, byte[]> producer;
    private KafkaEventPublisher publisher;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() throws Exception {
        servers = startServers();
        KafkaConfig kafka = new KafkaConfig(servers.bootstrapServers(), 1, 1, 90, false, Map.of());
        new TopicSetup(kafka).ensure();
        new TopicSetup(kafka).ensure();
        producer = Producers.durable(kafka, DataSize.ofMiB(8));
        publisher = new KafkaEventPublisher(producer);
    }

    @AfterAll
    void stop() {
        producer.close();
        servers.close();
    }

    @Test
    void sendsSmallEventsPlainAndLargeOnesZipped() {
        // Given
        Note small = new Note("короткий");
        Note large = new Note("длинный разговор ".repeat(200_000));

        // When
        publisher.publish(Topics.RECORDED, CALL_ID, small);
        publisher.publish(Topics.RECORDED, CALL_ID, large);
        List<ConsumerRecord<String, byte[]>> received = readAll(Topics.RECORDED);

        // Then
        assertThat(received).extracting(ConsumerRecord::key).containsExactly("call-1", "call-1");
        assertThat(header(received.get(0), "schema")).isEqualTo("Note/1");
        assertThat(header(received.get(0), ContentCoding.HEADER)).isNull();
        assertThat(EventJson.read(received.get(0).value(), Note.class)).isEqualTo(small);
        assertThat(header(received.get(1), ContentCoding.HEADER)).isEqualTo("gzip");
        assertThat(received.get(1).value().length).isLessThan(ContentCoding.MAX_EVENT_BYTES);
        assertThat(EventJson.read(ContentCoding.unzip(received.get(1).value()), Note.class))
                .isEqualTo(large);
    }

    @Test
    void refusesWhatStaysTooLargeWhenZipped() {
        // Given
        StringBuilder text = new StringBuilder();
        new Random(1).ints(1_500_000, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));

        // When
        // Then
        assertThatThrownBy(() -> publisher.publish(Topics.IMPORTED, CALL_ID, new Note(text.toString())))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        error -> assertThat(error.reason()).isEqualTo(RejectReason.EVENT_TOO_LARGE))
                .hasMessageContaining("call call-1");
    }

    @Test
    void aBrokerThatIsAwayIsARetryableFailure() {
        // Given
        KafkaConfig nowhere = new KafkaConfig(
                "127.0.0.1:1", 1, 1, 90, false, Map.of("max.block.ms", "500", "delivery.timeout.ms", "10001"));
        try (Producer<String, byte[]> lost = Producers.durable(nowhere, DataSize.ofMiB(1))) {
            // When
            // Then
            assertThatThrownBy(() -> new KafkaEventPublisher(lost).publish(Topics.RECORDED, CALL_ID, new Note("x")))
                    .isInstanceOf(RetryableException.class);
        }
    }

    private List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> found = new java.util.ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
