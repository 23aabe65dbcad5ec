package io.callscope.kit.consume;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.Acknowledged;
import io.callscope.kit.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Puts records that cannot be processed into {@code <topic>.dlt}. Thread-safe; the producer is the caller's. */
public final class DeadLetters {
    private final Producer<String, byte[]> producer;

    public DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns once the broker has acknowledged the dead letter. The record's key, value and headers stay as they were.
     *
     * @throws RetryableException when the broker does not answer
     */
    public void publish(ConsumerRecord<String, byte[]> message, DeadLetter letter) {
        // A record that fails in a dead-letter topic stays there; it gets no dead letter of its own.
        if (Topics.isDeadLetters(message.topic())) {
            return;
        }
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(Topics.deadLettersOf(message.topic()), message.key(), message.value());
        for (Header header : message.headers()) {
            if (!DeadLetter.isOwnHeader(header.key())) {
                copy.headers().add(header);
            }
        }
        for (Map.Entry<String, String> header : letter.toHeaders().entrySet()) {
            copy.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Acknowledged.send(producer, copy, "a dead letter");
    }
}
