package io.callscope.kit.publish;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Publishes events to Kafka as JSON, zipped when large. Thread-safe; the producer is the caller's. */
public final class KafkaEventPublisher implements EventPublisher {
    private static final String SCHEMA_HEADER = "schema";

    private final Producer<String, byte[]> producer;
    private final AtomicReference<Health> health = new AtomicReference<>(Health.up());

    public KafkaEventPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** UP until an event could not be sent, and again once one could. */
    public Health health() {
        return Objects.requireNonNull(health.get());
    }

    @Override
    public void publish(String topic, CallId callId, Object event) {
        publish(topic, callId.value(), "call " + callId, event);
    }

    /**
     * The same for an event that is not of a call.
     *
     * @param key events of one key stay in order
     */
    public void publish(String topic, String key, Object event) {
        publish(topic, key, key, event);
    }

    private void publish(String topic, String key, String of, Object event) {
        byte[] value = EventJson.write(event);
        boolean zipped = value.length > ContentCoding.ZIPPED_ABOVE_BYTES;
        byte[] sent = zipped ? ContentCoding.zip(value) : value;
        if (sent.length > ContentCoding.MAX_EVENT_BYTES) {
            throw tooLarge(topic, of, sent.length);
        }
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, sent);
        message.headers().add(SCHEMA_HEADER, utf8(event.getClass().getSimpleName() + "/1"));
        if (zipped) {
            message.headers().add(ContentCoding.HEADER, utf8(ContentCoding.GZIP));
        }
        send(of, message);
    }

    private void send(String of, ProducerRecord<String, byte[]> message) {
        try {
            Acknowledged.send(producer, message, "an event");
            health.set(Health.up());
        } catch (RetryableException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw tooLarge(message.topic(), of, message.value().length);
            }
            health.set(Health.down(Objects.requireNonNullElse(e.getMessage(), "Kafka did not take an event")));
            throw e;
        }
    }

    private static RejectedCallException tooLarge(String topic, String of, int bytes) {
        return new RejectedCallException(
                RejectReason.EVENT_TOO_LARGE,
                "%s: event of %d bytes for %s, expected at most %d"
                        .formatted(of, bytes, topic, ContentCoding.MAX_EVENT_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
