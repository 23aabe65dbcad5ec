package io.callscope.kit.publish;

import io.callscope.kit.failure.RetryableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends a record and waits until the broker has it. Stateless. */
public final class Acknowledged {
    private static final long TIMEOUT_SECONDS = 40;

    private Acknowledged() {}

    /**
     * Returns once the broker has acknowledged the record.
     *
     * @param what the record in words, such as {@code a dead letter}, for the message
     * @throws RetryableException when it does not; the interrupt flag is set again when that was the reason
     */
    public static void send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> message, String what) {
        try {
            producer.send(message).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw notTaken(message, what, e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw notTaken(message, what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notTaken(message, what, e);
        }
    }

    private static RetryableException notTaken(
            ProducerRecord<String, byte[]> message, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RetryableException("Kafka did not take %s for %s".formatted(what, message.topic()), cause);
    }
}
