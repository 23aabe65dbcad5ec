package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.kit.consume.ConsumeMeters.ConsumeMeter;
import io.callscope.kit.consume.HandledLog.End;
import io.callscope.kit.consume.HandledLog.Handling;
import io.callscope.kit.consume.HandledLog.Place;
import io.callscope.kit.server.EmbeddedServers;
import io.callscope.kit.server.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the loop guarantees, on a real broker: at least once, no gap in the commits, order per key, whatever happens. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsumerLoopIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

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

    private LoopCluster cluster(TestInfo info, int partitions) throws Exception {
        return new LoopCluster(
                servers.bootstrapServers(), info.getTestMethod().orElseThrow().getName(), partitions);
    }

    @Test
    void commitsOnlyWhatIsFinishedWhenRecordsFinishInAnyOrder(TestInfo info) throws Exception {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        HandledLog log = new HandledLog();
        try (LoopCluster cluster = cluster(info, 2)) {
            for (int i = 0; i < 300; i++) {
                int key = random.nextInt(40);
                cluster.send(key % 2, "call-" + key);
            }
            // When
            cluster.start(cluster.options(8, 64, DRAIN), log.noting("a", received -> Thread.sleep(random.nextInt(40))));
            CommitWatch watch = new CommitWatch(cluster, log);
            awaitAllCommitted(cluster);

            // Then
            assertThat(watch.gaps()).as("seed %d", seed).isEmpty();
            log.assertEveryRecordHandled(cluster.sent());
            log.assertOneAtATimeAndInOrderPerKey();
            assertThat(log.handlings()).hasSize(300);
            assertThat(finishedOutOfOrder(log))
                    .as("records that overtook another one")
                    .isPositive();
        }
    }

    @Test
    void countsEveryRecordExactlyOnce(TestInfo info) throws Exception {
        // Given
        CountDownLatch release = new CountDownLatch(1);
        try (LoopCluster cluster = cluster(info, 1)) {
            for (int i = 0; i < 20; i++) {
                cluster.send(0, "call-" + i);
            }
            RecordHandler handler = received -> {
                if (received.offset() % 5 == 1) {
                    throw rejection();
                }
                if (received.offset() % 5 == 2) {
                    release.await();
                }
            };
            // When
            ConsumerLoop loop = cluster.start(cluster.options(8, 64, Duration.ofMillis(300)), handler);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    cluster.count(ConsumeMeter.SUCCEEDED) + cluster.count(ConsumeMeter.REJECTED))
                            .isEqualTo(16));
            double inFlight = cluster.inFlight();
            loop.close();

            // Then
            assertThat(inFlight).isEqualTo(4);
            assertThat(cluster.count(ConsumeMeter.RECEIVED)).isEqualTo(20);
            assertThat(cluster.count(ConsumeMeter.REJECTED)).isEqualTo(4);
            assertThat(cluster.count(ConsumeMeter.SUCCEEDED)
                            + cluster.count(ConsumeMeter.REJECTED)
                            + cluster.count(ConsumeMeter.ABANDONED)
                            + cluster.inFlight())
                    .isEqualTo(20);
            assertThat(cluster.registry()
                            .get(ConsumeMeter.REJECTED_REASON.meterName())
                            .tag("reason", "no-audio")
                            .counter()
                            .count())
                    .isEqualTo(4);
        }
    }

    @Test
    void aKilledProcessLosesNothingAndRepeatsOnlyWhatWasNotCommitted(TestInfo info) throws Exception {
        // Given
        HandledLog log = new HandledLog();
        Path file = folder.resolve("done.txt");
        try (LoopCluster cluster = cluster(info, 3)) {
            for (int i = 0; i < 600; i++) {
                cluster.send(i % 3, "call-" + i % 60);
            }
            killHalfway(info, cluster, file);
            Set<Place> doneBefore = doneIn(file);
            Map<Integer, Long> committed = cluster.committed();

            // When
            cluster.start(cluster.options(6, 24, DRAIN), log.noting("next", received -> {}));
            awaitAllCommitted(cluster);

            // Then
            Set<Place> below = cluster.sent().stream()
                    .filter(place -> place.offset() < committed.getOrDefault(place.partition(), 0L))
                    .collect(Collectors.toSet());
            assertThat(doneBefore).as("committed means done").containsAll(below);
            assertThat(doneBefore.size()).isBetween(100, 599);
            assertThat(log.done()).as("only what was not committed comes again").doesNotContainAnyElementsOf(below);
            Set<Place> all = new HashSet<>(doneBefore);
            all.addAll(log.done());
            assertThat(all).containsExactlyInAnyOrderElementsOf(cluster.sent());
        }
    }

    @Test
    void aMemberThatJoinsAndLeavesAmidSlowWorkCostsNothing(TestInfo info) throws Exception {
        // Given
        HandledLog log = new HandledLog();
        Map<String, String> client = Map.of("max.poll.interval.ms", "3000");
        RecordHandler handler = received -> Thread.sleep(received.key().startsWith("slow") ? 5_000 : 20);
        try (LoopCluster cluster = cluster(info, 4)) {
            for (int i = 0; i < 80; i++) {
                cluster.send(i % 4, i < 8 ? "slow-" + i : "call-" + i % 20);
            }
            cluster.start(cluster.options(4, 16, DRAIN), log.noting("a", handler), client);
            awaitStarted(log, 4);

            // When
            ConsumerLoop second = cluster.start(cluster.options(4, 16, DRAIN), log.noting("b", handler), client);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(startedBy(log, "b")).isNotEmpty());
            Thread.sleep(1_500);
            second.close();
            CommitWatch watch = new CommitWatch(cluster, log);
            awaitAllCommitted(cluster);

            // Then
            assertThat(watch.gaps()).isEmpty();
            log.assertEveryRecordHandled(cluster.sent());
            log.assertOneAtATimeAndInOrderPerKey();
            log.assertNothingRepeatedButWhatStoodBehindAnAbandonedOne();
            assertThat(log.handlings().stream().filter(handling -> handling.end() == End.INTERRUPTED))
                    .as("the rebalance met work under way")
                    .isNotEmpty();
            assertThat(cluster.deadLetters()).isEmpty();
        }
    }

    @Test
    void slowWorkWithPausedPartitionsKeepsItsPlaceInTheGroup(TestInfo info) throws Exception {
        // Given
        HandledLog log = new HandledLog();
        try (LoopCluster cluster = cluster(info, 1)) {
            for (int i = 0; i < 4; i++) {
                cluster.send(0, "call-" + i);
            }
            // When
            cluster.start(
                    cluster.options(1, 1, DRAIN),
                    log.noting("a", received -> Thread.sleep(received.offset() == 0 ? 6_000 : 10)),
                    Map.of("max.poll.interval.ms", "1500"));
            awaitAllCommitted(cluster);

            // Then
            assertThat(log.handlings())
                    .extracting(Handling::place, Handling::end)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(new Place(0, 0), End.RETURNED),
                            org.assertj.core.api.Assertions.tuple(new Place(0, 1), End.RETURNED),
                            org.assertj.core.api.Assertions.tuple(new Place(0, 2), End.RETURNED),
                            org.assertj.core.api.Assertions.tuple(new Place(0, 3), End.RETURNED));
        }
    }

    @Test
    void oneStuckRecordHoldsBackABoundedNumberBehindItAndNoOtherPartition(TestInfo info) throws Exception {
        // Given
        HandledLog log = new HandledLog();
        CountDownLatch release = new CountDownLatch(1);
        try (LoopCluster cluster = cluster(info, 2)) {
            for (int i = 0; i < 700; i++) {
                cluster.send(0, "call-" + i);
                cluster.send(1, "other-" + i);
            }
            RecordHandler handler = received -> {
                if (received.key().equals("call-0")) {
                    release.await();
                }
            };
            // When
            cluster.start(cluster.options(4, 32, DRAIN), log.noting("a", handler));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(startedIn(log, 1)).isEqualTo(700));
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(startedIn(log, 0)).isBetween(256L, 256L + 16));
            Map<Integer, Long> committed = cluster.committed();
            release.countDown();

            // Then
            assertThat(committed.getOrDefault(0, 0L)).isZero();
            awaitAllCommitted(cluster);
            log.assertEveryRecordHandled(cluster.sent());
            assertThat(log.handlings()).hasSize(1_400);
        }
    }

    @Test
    void closingIsBoundedAndWhatWasAbandonedComesAgain(TestInfo info) throws Exception {
        // Given
        HandledLog log = new HandledLog();
        Set<String> deaf = ConcurrentHashMap.newKeySet();
        try (LoopCluster cluster = cluster(info, 1)) {
            for (int i = 0; i < 6; i++) {
                cluster.send(0, "call-" + i);
            }
            RecordHandler stuck = received -> {
                if (received.offset() == 2) {
                    Thread.sleep(120_000);
                }
                if (received.offset() == 3) {
                    deaf.add(received.key());
                    sleepDeaf(Duration.ofSeconds(8));
                }
            };
            ConsumerLoop loop = cluster.start(cluster.options(3, 6, DRAIN), log.noting("a", stuck));
            await().atMost(SOON).untilAsserted(() -> assertThat(deaf).hasSize(1));
            await().atMost(SOON).untilAsserted(() -> assertThat(log.done()).hasSize(4));

            // When
            long before = System.nanoTime();
            loop.close();
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            Map<Integer, Long> committed = cluster.committed();
            cluster.start(cluster.options(3, 6, DRAIN), log.noting("b", received -> {}));

            // Then
            assertThat(took).isBetween(DRAIN, Duration.ofSeconds(6));
            assertThat(committed).containsEntry(0, 2L);
            awaitAllCommitted(cluster);
            log.assertEveryRecordHandled(cluster.sent());
            log.assertOneAtATimeAndInOrderPerKey();
        }
    }

    private static RuntimeException rejection() {
        return new io.callscope.kit.failure.RejectedCallException(
                io.callscope.kit.failure.RejectReason.NO_AUDIO, "0 s of audio");
    }

    private static void awaitAllCommitted(LoopCluster cluster) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(cluster.committed()).isEqualTo(cluster.ends()));
    }

    private static void awaitStarted(HandledLog log, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(log.started()).hasSizeGreaterThanOrEqualTo(count));
    }

    private static List<Handling> startedBy(HandledLog log, String member) {
        return log.handlings().stream()
                .filter(handling -> handling.member().equals(member))
                .toList();
    }

    private static long startedIn(HandledLog log, int partition) {
        return log.started().stream()
                .filter(place -> place.partition() == partition)
                .count();
    }

    private static long finishedOutOfOrder(HandledLog log) {
        long overtaken = 0;
        long[] highest = {-1, -1};
        for (Handling handling : log.handlings()) {
            int partition = handling.place().partition();
            overtaken += handling.place().offset() < highest[partition] ? 1 : 0;
            highest[partition] = Math.max(highest[partition], handling.place().offset());
        }
        return overtaken;
    }

    private static void sleepDeaf(Duration time) {
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private void killHalfway(TestInfo info, LoopCluster cluster, Path file) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoopOwnerMain.class.getName(),
                        servers.bootstrapServers(),
                        info.getTestMethod().orElseThrow().getName(),
                        cluster.groupId(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("owner.log").toFile()))
                .start();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(doneIn(file)).hasSizeGreaterThan(200));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Set<Place> doneIn(Path file) throws Exception {
        Set<Place> done = new HashSet<>();
        if (Files.exists(file)) {
            // A line without its end was torn by the kill.
            String text = Files.readString(file);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                String[] words = line.split(" ");
                done.add(new Place(Integer.parseInt(words[0]), Long.parseLong(words[1])));
            }
        }
        return done;
    }
}
