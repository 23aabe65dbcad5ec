package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.server.EmbeddedServers;
import io.callscope.kit.server.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records that cannot be handled, on a real broker. */
@TestInstance(Lifecycle.PER_CLASS)
class FailuresIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private TestServers servers;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() {
        servers = startServers();
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    private LoopCluster cluster(TestInfo info, String suffix) throws Exception {
        return new LoopCluster(
                servers.bootstrapServers(), info.getTestMethod().orElseThrow().getName() + suffix, 1);
    }

    @Test
    void aRejectedRecordBecomesADeadLetterWithItsValueUntouched(TestInfo info) throws Exception {
        // Given
        byte[] zipped = zip("почему так долго");
        AtomicBoolean sawText = new AtomicBoolean();
        try (LoopCluster cluster = cluster(info, "")) {
            cluster.send(0, "call-0");
            cluster.send(
                    0, "call-1", zipped, Map.of("content-encoding", utf8("gzip"), "schema", utf8("CallRecorded/1")));
            Instant before = Instant.now();

            // When
            cluster.start(cluster.options(2, 8, DRAIN), received -> {
                if (received.key().equals("call-1")) {
                    sawText.set(new String(received.value(), StandardCharsets.UTF_8).equals("почему так долго"));
                    throw new RejectedCallException(RejectReason.TOO_MANY_CHANNELS, "24 channels, expected at most 8");
                }
            });
            awaitAllCommitted(cluster);

            // Then
            List<ConsumerRecord<String, byte[]>> letters = cluster.deadLetters();
            assertThat(letters).hasSize(1);
            assertThat(sawText).isTrue();
            assertThat(letters.get(0).key()).isEqualTo("call-1");
            assertThat(letters.get(0).value()).isEqualTo(zipped);
            Map<String, String> headers = LoopCluster.text(letters.get(0).headers());
            assertThat(headers).containsEntry("content-encoding", "gzip").containsEntry("schema", "CallRecorded/1");
            DeadLetter letter = DeadLetter.fromHeaders(headers).orElseThrow();
            assertThat(letter.originTopic())
                    .isEqualTo(info.getTestMethod().orElseThrow().getName());
            assertThat(letter.originPartition()).isZero();
            assertThat(letter.originOffset()).isEqualTo(1);
            assertThat(letter.stage()).isEqualTo("test");
            assertThat(letter.reason()).isEqualTo(RejectReason.TOO_MANY_CHANNELS);
            assertThat(letter.detail()).isEqualTo("24 channels, expected at most 8");
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.firstFailure()).isBetween(before, Instant.now()).isEqualTo(letter.lastFailure());
        }
    }

    @Test
    void aValueThatIsNoGzipIsAMalformedEvent(TestInfo info) throws Exception {
        // Given
        try (LoopCluster cluster = cluster(info, "")) {
            cluster.send(0, "call-0", utf8("plain"), Map.of("content-encoding", utf8("gzip")));

            // When
            cluster.start(cluster.options(1, 8, DRAIN), received -> {});
            awaitAllCommitted(cluster);

            // Then
            assertThat(onlyLetter(cluster).reason()).isEqualTo(RejectReason.MALFORMED_EVENT);
            assertThat(cluster.deadLetters().get(0).value()).isEqualTo(utf8("plain"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error"})
    void anErrorOfTheProgramIsTriedThreeTimesAndItsWordsAreNotKept(String kind, TestInfo info) throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        try (LoopCluster cluster = cluster(info, kind)) {
            cluster.send(0, "call-0");
            cluster.send(0, "call-1");

            // When
            cluster.start(cluster.options(2, 8, DRAIN), received -> {
                if (received.key().equals("call-0")) {
                    calls.incrementAndGet();
                    if (kind.equals("error")) {
                        throw new StackOverflowError("почему так долго");
                    }
                    throw new IllegalStateException("почему так долго");
                }
            });
            awaitAllCommitted(cluster);

            // Then
            DeadLetter letter = onlyLetter(cluster);
            assertThat(calls).hasValue(3);
            assertThat(letter.reason()).isEqualTo(RejectReason.INTERNAL_ERROR);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.firstFailure()).isBefore(letter.lastFailure());
            assertThat(letter.detail()).startsWith("java.lang.").doesNotContain("почему");
        }
    }

    @Test
    void anOutageBurnsNoAttemptAndFillsNoDeadLetters(TestInfo info) throws Exception {
        // Given
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger refused = new AtomicInteger();
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        RecordHandler handler = received -> {
            if (away.get()) {
                refused.incrementAndGet();
                throw new RetryableException("the database is away", null);
            }
            if (received.key().equals("call-3")) {
                failures.merge(received.key(), 1, Integer::sum);
                throw new IllegalStateException("a bug");
            }
        };
        try (LoopCluster cluster = cluster(info, "")) {
            for (int i = 0; i < 10; i++) {
                cluster.send(0, "call-" + i);
            }
            // When
            cluster.start(cluster.options(4, 8, DRAIN), handler);
            await().atMost(SOON).untilAsserted(() -> assertThat(refused).hasValueGreaterThan(15));
            Map<Integer, Long> committedMeanwhile = cluster.committed();
            int lettersMeanwhile = cluster.deadLetters().size();
            away.set(false);
            awaitAllCommitted(cluster);

            // Then
            assertThat(committedMeanwhile.getOrDefault(0, 0L)).isZero();
            assertThat(lettersMeanwhile).isZero();
            assertThat(failures).containsEntry("call-3", 3);
            assertThat(onlyLetter(cluster).attempts()).isEqualTo(3);
        }
    }

    @Test
    void poisonBetweenGoodCallsDoesNotDelayThem(TestInfo info) throws Exception {
        // Given
        Map<String, Long> doneAt = new ConcurrentHashMap<>();
        try (LoopCluster cluster = cluster(info, "")) {
            for (int i = 0; i < 200; i++) {
                cluster.send(0, (i % 4 == 1 ? "poison-" : "good-") + i);
            }
            long start = System.nanoTime();

            // When
            cluster.start(cluster.options(2, 16, DRAIN), received -> {
                if (received.key().startsWith("poison")) {
                    throw new RejectedCallException(RejectReason.NOT_AUDIO, "text");
                }
                doneAt.put(received.key(), System.nanoTime() - start);
            });
            awaitAllCommitted(cluster);

            // Then
            assertThat(doneAt).hasSize(150);
            assertThat(doneAt.values())
                    .allMatch(nanos -> Duration.ofNanos(nanos).compareTo(Duration.ofSeconds(8)) < 0);
            assertThat(cluster.deadLetters())
                    .hasSize(50)
                    .allMatch(letter -> letter.key().startsWith("poison-"));
        }
    }

    @Test
    void aRecordWithoutKeyOrValueIsHandledLikeAnyOther(TestInfo info) throws Exception {
        // Given
        Map<Long, String> seen = new ConcurrentHashMap<>();
        try (LoopCluster cluster = cluster(info, "")) {
            cluster.send(0, null, null, Map.of());
            cluster.send(0, "call-1");

            // When
            cluster.start(
                    cluster.options(2, 8, DRAIN),
                    received -> seen.put(received.offset(), received.key() + "/" + received.value().length));
            awaitAllCommitted(cluster);

            // Then
            assertThat(seen).isEqualTo(Map.of(0L, "/0", 1L, "call-1/6"));
        }
    }

    private static DeadLetter onlyLetter(LoopCluster cluster) {
        List<ConsumerRecord<String, byte[]>> letters = cluster.deadLetters();
        assertThat(letters).hasSize(1);
        return DeadLetter.fromHeaders(LoopCluster.text(letters.get(0).headers()))
                .orElseThrow();
    }

    private static void awaitAllCommitted(LoopCluster cluster) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(cluster.committed()).isEqualTo(cluster.ends()));
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
