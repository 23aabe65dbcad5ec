package io.callscope.kit.consume;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.consume.HandledLog.Place;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of its own, a group of its own, and the loops that read it: what one test of the loop needs. */
final class LoopCluster implements AutoCloseable {
    private final String bootstrapServers;
    private final String topic;
    private final int partitionCount;
    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConsumeMeters meters;
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final Set<Place> sent = new HashSet<>();

    LoopCluster(String bootstrapServers, String topic, int partitionCount) throws Exception {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.partitionCount = partitionCount;
        this.meters = new ConsumeMeters(registry, List.of(topic));
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = Producers.durable(KafkaConfig.of(bootstrapServers), DataSize.ofMiB(4));
        admin.createTopics(List.of(
                        new NewTopic(topic, partitionCount, (short) 1),
                        new NewTopic(Topics.deadLettersOf(topic), 1, (short) 1)))
                .all()
                .get();
    }

    String groupId() {
        return topic + "-group";
    }

    SimpleMeterRegistry registry() {
        return registry;
    }

    Set<Place> sent() {
        return Set.copyOf(sent);
    }

    Place send(int partition, String key, byte[] value, Map<String, byte[]> headers) throws Exception {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, partition, key, value);
        headers.forEach(message.headers()::add);
        Place place = new Place(partition, producer.send(message).get().offset());
        sent.add(place);
        return place;
    }

    Place send(int partition, String key) throws Exception {
        return send(partition, key, key.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
    }

    ConsumerOptions options(int concurrency, int maxInFlight, Duration drain) {
        return new ConsumerOptions(groupId(), List.of(topic), "test", concurrency, maxInFlight, 3, drain);
    }

    ConsumerLoop start(ConsumerOptions options, RecordHandler handler, Map<String, String> client) {
        ConsumerLoop loop = new ConsumerLoop(
                new KafkaConfig(bootstrapServers, 1, 1, 1, false, client),
                options,
                handler,
                new DeadLetters(producer),
                meters,
                Clock.systemUTC());
        loops.add(loop);
        loop.start();
        return loop;
    }

    ConsumerLoop start(ConsumerOptions options, RecordHandler handler) {
        return start(options, handler, Map.of());
    }

    /** Committed offset by partition; absent where nothing was committed. */
    Map<Integer, Long> committed() throws InterruptedException, ExecutionException {
        Map<Integer, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    /** End offset by partition, of those that hold anything. */
    Map<Integer, Long> ends() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < partitionCount; partition++) {
            asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> {
            if (end.offset() > 0) {
                ends.put(partition.partition(), end.offset());
            }
        });
        return ends;
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        TopicPartition partition = new TopicPartition(Topics.deadLettersOf(topic), 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    static Map<String, String> text(Headers headers) {
        Map<String, String> text = new HashMap<>();
        headers.forEach(
                header -> text.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));
        return text;
    }

    /** Received, succeeded, rejected, abandoned so far. */
    double count(ConsumeMeters.ConsumeMeter meter) {
        return registry.get(meter.meterName()).tag("topic", topic).counter().count();
    }

    double inFlight() {
        return registry.get(ConsumeMeters.ConsumeMeter.IN_FLIGHT.meterName())
                .gauge()
                .value();
    }

    @Override
    public void close() {
        loops.forEach(ConsumerLoop::close);
        producer.close();
        admin.close();
    }
}
