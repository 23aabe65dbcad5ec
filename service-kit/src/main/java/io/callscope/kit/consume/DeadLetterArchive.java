package io.callscope.kit.consume;

import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.Acknowledged;
import io.callscope.kit.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks through the dead-letter topics and puts records back into the topics they came from. Belongs to no consumer
 * group and changes nothing in the dead-letter topics. Not thread-safe.
 */
public final class DeadLetterArchive {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(20);

    /**
     * A dead letter and its place.
     *
     * @param callId the record's key
     * @param topic the dead-letter topic
     * @param partition in it
     * @param offset in it
     * @param letter why it is there
     */
    public record Entry(String callId, String topic, int partition, long offset, DeadLetter letter) {}

    private final KafkaConfig kafka;

    public DeadLetterArchive(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /**
     * Every dead letter that is there now, by topic, partition and offset.
     *
     * @throws RetryableException when the cluster does not answer
     */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        read(message -> entry(message).ifPresent(entries::add));
        return entries;
    }

    /**
     * Sends the chosen records to the topics they came from, as they were. A call that has been processed since is not
     * harmed: handling it again changes nothing.
     *
     * @return how many were sent
     * @throws RetryableException when the cluster does not answer
     */
    public int replay(Producer<String, byte[]> producer, Predicate<Entry> which) {
        int[] sent = {0};
        read(message -> entry(message).filter(which).ifPresent(entry -> {
            send(producer, message, entry.letter().originTopic());
            sent[0]++;
        }));
        return sent[0];
    }

    private void read(Consumer<ConsumerRecord<String, byte[]>> visitor) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            long silentSince = System.nanoTime();
            while (!reached(consumer, ends)) {
                var polled = consumer.poll(POLL);
                polled.forEach(visitor);
                if (!polled.isEmpty()) {
                    silentSince = System.nanoTime();
                } else if (System.nanoTime() - silentSince > SILENCE_LIMIT.toNanos()) {
                    throw new RetryableException("Kafka gave no dead letter for %s".formatted(SILENCE_LIMIT), null);
                }
            }
        } catch (KafkaException e) {
            throw new RetryableException("Kafka at %s does not answer".formatted(kafka.bootstrapServers()), e);
        }
    }

    private static boolean reached(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        Set<String> present = consumer.listTopics().keySet();
        return Topics.CONSUMED.stream()
                .map(Topics::deadLettersOf)
                .filter(present::contains)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static java.util.Optional<Entry> entry(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return DeadLetter.fromHeaders(headers)
                .map(letter -> new Entry(
                        message.key() == null ? "" : message.key(),
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        letter));
    }

    private static void send(
            Producer<String, byte[]> producer, ConsumerRecord<String, byte[]> message, String originTopic) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(originTopic, message.key(), message.value());
        for (Header header : message.headers()) {
            if (!DeadLetter.isOwnHeader(header.key())) {
                copy.headers().add(header);
            }
        }
        Acknowledged.send(producer, copy, "a record");
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.putAll(kafka.client());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
