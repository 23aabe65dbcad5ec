package io.callscope.kit.consume;

import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.ops.Health;
import io.callscope.kit.thread.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only code that polls and commits. One thread polls; a bounded number of workers handle records, one record of a
 * key at a time. Records may finish in any order; for each partition the contiguous prefix of finished offsets is
 * committed, so a crash repeats work and never skips any. When enough records are in flight the partitions pause and
 * polling goes on, so slow work never costs the membership in the group.
 *
 * <p>{@link #start()} and {@link #close()} may be called from any thread; everything else happens on its own threads.
 */
public final class ConsumerLoop implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESTART_WAIT = Duration.ofSeconds(2);
    private static final int MAX_UNCOMMITTED = 256;
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private record Ended(RecordTask task, RecordTask.Outcome outcome) {}

    private final KafkaConfig kafka;
    private final ConsumerOptions options;
    private final RecordTask.Surroundings surroundings;
    private final ConsumeMeters meters;
    private final ExecutorService workers;
    private final Thread poller;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final AtomicReference<Health> health = new AtomicReference<>(Health.down("not started"));
    private final Map<TopicPartition, PartitionProgress> partitions = new HashMap<>();
    private final KeyedTasks tasks;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<String, byte[]> current;
    private long lastCommit = System.nanoTime();

    public ConsumerLoop(
            KafkaConfig kafka,
            ConsumerOptions options,
            RecordHandler handler,
            DeadLetters deadLetters,
            ConsumeMeters meters,
            Clock clock) {
        this.kafka = Objects.requireNonNull(kafka, "kafka");
        this.options = Objects.requireNonNull(options, "options");
        this.meters = Objects.requireNonNull(meters, "meters");
        this.surroundings = new RecordTask.Surroundings(options, handler, deadLetters, meters, clock);
        this.workers =
                Executors.newFixedThreadPool(options.concurrency(), DaemonThreads.named(options.stage() + "-worker"));
        this.tasks = new KeyedTasks(workers::execute);
        this.poller = new Thread(this::run, options.stage() + "-poller");
    }

    public void start() {
        poller.start();
    }

    /** UP while the loop polls; else the failure that keeps it from polling. */
    public Health health() {
        return Objects.requireNonNull(health.get());
    }

    /** Lets records under way finish for the time to drain, commits, and abandons the rest. Returns when all is over. */
    @Override
    public void close() {
        stopping = true;
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (poller.isAlive() && !stopped.await(options.drain().toSeconds() + 20, TimeUnit.SECONDS)) {
                LOGGER.atWarn().log("consumer loop did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                consumeUntilFailure();
            }
        } finally {
            health.set(Health.down("stopped"));
            stopped.countDown();
        }
    }

    private void consumeUntilFailure() {
        try (Consumer<String, byte[]> consumer = Consumers.inGroup(kafka, options)) {
            current = consumer;
            consumer.subscribe(options.topics(), new Rebalance(consumer));
            health.set(Health.up());
            turnUntilStopped(consumer);
            release(consumer, Set.copyOf(partitions.keySet()));
        } catch (KafkaException e) {
            health.set(Health.down(Objects.requireNonNullElse(e.getMessage(), e.toString())));
            LOGGER.atError().setCause(e).log("consumer failed; it is made anew");
            forgetEverything();
            pauseBeforeRestart();
        } finally {
            current = null;
        }
    }

    private void turnUntilStopped(Consumer<String, byte[]> consumer) {
        try {
            while (!stopping) {
                turn(consumer);
            }
        } catch (WakeupException e) {
            // Only close() wakes the consumer.
            LOGGER.atDebug().log("woken to stop");
        }
    }

    private void turn(Consumer<String, byte[]> consumer) {
        settleEnded();
        commitIfDue(consumer);
        steer(consumer);
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
            take(message);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        PartitionProgress progress = partitions.computeIfAbsent(partition, p -> new PartitionProgress());
        progress.take(message.offset());
        meters.received(message.topic());
        tasks.add(new RecordTask(
                surroundings, message, progress, (task, outcome) -> ended.add(new Ended(task, outcome))));
    }

    private void settleEnded() {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            settle(next);
        }
    }

    private void settle(Ended over) {
        RecordTask task = over.task();
        meters.ended(task.received().topic(), over.outcome());
        if (over.outcome() != RecordTask.Outcome.ABANDONED) {
            task.progress().finish(task.offset());
        }
        tasks.over(task);
    }

    /** Pauses what has enough in flight, resumes what has room again. Paused partitions keep their place. */
    private void steer(Consumer<String, byte[]> consumer) {
        boolean full = tasks.size() >= options.maxInFlight();
        List<TopicPartition> pause = new ArrayList<>();
        List<TopicPartition> resume = new ArrayList<>();
        Set<TopicPartition> paused = consumer.paused();
        for (TopicPartition partition : consumer.assignment()) {
            PartitionProgress progress = partitions.get(partition);
            boolean stop = full || (progress != null && progress.uncommitted() >= MAX_UNCOMMITTED);
            if (stop && !paused.contains(partition)) {
                pause.add(partition);
            } else if (!stop && paused.contains(partition)) {
                resume.add(partition);
            }
        }
        consumer.pause(pause);
        consumer.resume(resume);
    }

    private void commitIfDue(Consumer<String, byte[]> consumer) {
        if (System.nanoTime() - lastCommit >= COMMIT_EVERY_NANOS) {
            lastCommit = System.nanoTime();
            commit(consumer, partitions.keySet());
        }
    }

    private void commit(Consumer<String, byte[]> consumer, Collection<TopicPartition> which) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : which) {
            PartitionProgress progress = partitions.get(partition);
            if (progress != null && progress.hasNewsToCommit()) {
                offsets.put(partition, new OffsetAndMetadata(progress.committable()));
            }
        }
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIMEOUT);
            offsets.forEach((partition, offset) ->
                    Objects.requireNonNull(partitions.get(partition)).committedUpTo(offset.offset()));
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // Not lost: the next turn commits the same prefix again, and a redo changes nothing.
            LOGGER.atWarn().addKeyValue("error", e.getMessage()).log("commit failed; it will be repeated");
        }
    }

    /** Gives partitions up: waits for what is under way, commits the prefix, abandons the rest. */
    private void release(Consumer<String, byte[]> consumer, Collection<TopicPartition> leaving) {
        dropWaiting(leaving);
        long deadline = System.nanoTime() + options.drain().toNanos();
        while (isUnderWay(leaving) && System.nanoTime() < deadline) {
            settleNext(Duration.ofMillis(50));
        }
        abandonRunning(leaving);
        try {
            commit(consumer, leaving);
        } catch (WakeupException e) {
            commit(consumer, leaving);
        }
        leaving.forEach(partitions::remove);
    }

    private void dropWaiting(Collection<TopicPartition> leaving) {
        tasks.dropWaiting(task -> {
            boolean drop = leaving.contains(task.partition());
            if (drop) {
                meters.ended(task.received().topic(), RecordTask.Outcome.ABANDONED);
            }
            return drop;
        });
    }

    private void abandonRunning(Collection<TopicPartition> leaving) {
        for (RecordTask task : tasks.running()) {
            if (leaving.contains(task.partition())) {
                task.abandon();
            }
        }
    }

    private boolean isUnderWay(Collection<TopicPartition> which) {
        for (RecordTask task : tasks.running()) {
            if (which.contains(task.partition())) {
                return true;
            }
        }
        return false;
    }

    private void settleNext(Duration wait) {
        try {
            Ended next = ended.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                settle(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetEverything() {
        Set<TopicPartition> all = Set.copyOf(partitions.keySet());
        dropWaiting(all);
        abandonRunning(all);
        partitions.clear();
    }

    private void pauseBeforeRestart() {
        try {
            Thread.sleep(RESTART_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Called by the consumer within {@code poll} and {@code close}, on the polling thread. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        Rebalance(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            LOGGER.atInfo().addKeyValue("partition", assigned.size()).log("partitions assigned");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            release(consumer, revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            // Somebody else has them already: nothing may be committed.
            dropWaiting(lost);
            abandonRunning(lost);
            lost.forEach(partitions::remove);
        }
    }
}
