package io.callscope.analytics.accuracy.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.model.accuracy.AccuracyAlarm;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes notice the same alarms; on the topic each begins once and ends once. */
class AlarmEventsIT {
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");
    private static final Set<AlarmKind> ALL = EnumSet.allOf(AlarmKind.class);
    private static final int PROCESSES = 4;

    private static EmbeddedBroker broker;
    private static KafkaConfig kafka;
    private static Producer<String, byte[]> producer;
    private static KafkaEventPublisher events;

    private AnalyticsDatabase database;

    @BeforeAll
    static void startBroker() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "kafka");
        List<Integer> ports = Ports.free(2);
        broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1));
        kafka = new KafkaConfig(broker.bootstrapServers(), 1, 1, 90, false, Map.of());
        new TopicSetup(kafka).ensure();
        producer = Producers.durable(kafka, DataSize.ofMiB(8));
        events = new KafkaEventPublisher(producer);
    }

    @AfterAll
    static void stopBroker() {
        producer.close();
        broker.close();
    }

    @BeforeEach
    void start() {
        database = TestDatabase.empty();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static Alarm disagreement(String item, String version) {
        return new Alarm(AlarmKind.DISAGREEMENT, item, version, NOW.minus(Duration.ofDays(3)));
    }

    private static Alarm input(String feature, String week) {
        return new Alarm(AlarmKind.INPUT, feature, week, NOW.minus(Duration.ofDays(9)));
    }

    private static Instant minute(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    /** As several processes would, all at once. */
    private void everywhere(Set<AlarmKind> told, List<Alarm> now, Instant at) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        CountDownLatch together = new CountDownLatch(PROCESSES);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int process = 0; process < PROCESSES; process++) {
                Instant seen = at.plusMillis(process);
                work.add(processes.submit(() -> {
                    JdbiAlarms alarms = new JdbiAlarms(database.dataSource());
                    together.countDown();
                    together.await();
                    alarms.take(told, now, seen);
                    return alarms.publish(AlarmEventsIT::send, seen);
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            processes.shutdownNow();
        }
        // what one process left to another that was just about to take it
        new JdbiAlarms(database.dataSource()).publish(AlarmEventsIT::send, at);
    }

    private static void send(AccuracyAlarm alarm) {
        events.publish(Topics.ALARMS, alarm.subject(), alarm);
    }

    private static List<ConsumerRecord<String, byte[]>> onTheTopic() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition whole = new TopicPartition(Topics.ALARMS, 0);
            consumer.assign(List.of(whole));
            consumer.seekToBeginning(List.of(whole));
            long end = consumer.endOffsets(List.of(whole)).get(whole);
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            while (consumer.position(whole) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read;
        }
    }

    /** Of one subject, in order. */
    private static List<AccuracyAlarm> told(String subject) {
        return onTheTopic().stream()
                .filter(message -> message.key().equals(subject))
                .map(message -> EventJson.read(message.value(), AccuracyAlarm.class))
                .toList();
    }

    @Test
    void beginsOnceAndEndsOnceHoweverManyNotice() throws Exception {
        // When
        everywhere(ALL, List.of(disagreement("criterion.service.a", "v1"), input("length", "2026-10-05")), minute(0));
        everywhere(ALL, List.of(disagreement("criterion.service.a", "v1"), input("length", "2026-10-12")), minute(15));
        everywhere(ALL, List.of(), minute(30));

        // Then
        List<AccuracyAlarm> item = told("criterion.service.a");
        assertThat(item).extracting(AccuracyAlarm::state).containsExactly("started", "ended");
        assertThat(item)
                .extracting(AccuracyAlarm::alarmId)
                .containsOnly(item.get(0).alarmId());
        assertThat(item.get(0).kind()).isEqualTo("disagreement");
        assertThat(item.get(0).version()).isEqualTo("v1");
        assertThat(item.get(0).since()).isEqualTo(NOW.minus(Duration.ofDays(3)));
        assertThat(item.get(1).at()).isBetween(minute(30), minute(31));
        // the same change another week is the same alarm
        assertThat(told("length")).extracting(AccuracyAlarm::state).containsExactly("started", "ended");
        assertThat(new String(onTheTopic().get(0).headers().lastHeader("schema").value(), StandardCharsets.UTF_8))
                .isEqualTo("AccuracyAlarm/1");
    }

    @Test
    void anotherVersionOfTheMachineIsAnotherAlarm() throws Exception {
        // When
        everywhere(ALL, List.of(disagreement("criterion.service.b", "v1")), minute(0));
        everywhere(ALL, List.of(disagreement("criterion.service.b", "v2")), minute(15));

        // Then
        assertThat(told("criterion.service.b"))
                .extracting(alarm -> alarm.state() + " " + alarm.version())
                .containsExactly("started v1", "ended v1", "started v2");
    }

    @Test
    void anOldReportAndWhatItSaysNothingOfChangeNothing() throws Exception {
        // Given
        everywhere(ALL, List.of(input("queue", "2026-10-05")), minute(15));

        // When: one that took long, and one of a time in which weeks are counted
        everywhere(ALL, List.of(), minute(0));
        everywhere(Set.of(AlarmKind.DISAGREEMENT), List.of(), minute(30));

        // Then
        assertThat(told("queue")).extracting(AccuracyAlarm::state).containsExactly("started");
    }

    @Test
    void waitsForABrokerThatIsAwayAndLosesNothing() {
        // Given
        JdbiAlarms alarms = new JdbiAlarms(database.dataSource());
        alarms.take(ALL, List.of(disagreement("criterion.service.c", "v1")), minute(0));
        alarms.take(ALL, List.of(), minute(15));
        AlarmPublisher away = new AlarmPublisher(
                alarms,
                event -> {
                    throw new RetryableException("Kafka is away", new IOException("refused"));
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        AlarmPublisher there = new AlarmPublisher(alarms, AlarmEventsIT::send, Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        away.publishAll();
        long waiting = Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM accuracy_alarms WHERE start_published_at IS NULL")
                        .mapTo(Long.class)
                        .one());
        there.publishAll();
        there.publishAll();

        // Then
        assertThat(waiting).isEqualTo(1);
        assertThat(told("criterion.service.c")).extracting(AccuracyAlarm::state).containsExactly("started", "ended");
        away.close();
        there.close();
    }
}
