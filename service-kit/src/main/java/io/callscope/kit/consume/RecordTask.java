package io.callscope.kit.consume;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.ContentCoding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one record to its end: done, dead letter, or abandoned. Waits through outages for as long as they last. Runs
 * on a worker thread; {@link #abandon()} may come from another.
 */
final class RecordTask implements Runnable {
    /** How a task ended. */
    enum Outcome {
        SUCCEEDED,
        REJECTED,
        ABANDONED
    }

    /** What a task needs of the loop. */
    record Surroundings(
            ConsumerOptions options,
            RecordHandler handler,
            DeadLetters deadLetters,
            ConsumeMeters meters,
            Clock clock) {}

    private static final Logger LOGGER = LoggerFactory.getLogger(RecordTask.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Surroundings surroundings;
    private final ConsumerRecord<String, byte[]> message;
    private final Received received;
    private final PartitionProgress progress;
    private final BiConsumer<RecordTask, Outcome> over;
    private int failures;
    private @Nullable Instant firstFailure;
    private @Nullable Thread worker;
    private boolean abandoned;

    RecordTask(
            Surroundings surroundings,
            ConsumerRecord<String, byte[]> message,
            PartitionProgress progress,
            BiConsumer<RecordTask, Outcome> over) {
        this.surroundings = surroundings;
        this.message = message;
        this.progress = progress;
        this.over = over;
        this.received = received(message);
    }

    Received received() {
        return received;
    }

    long offset() {
        return message.offset();
    }

    PartitionProgress progress() {
        return progress;
    }

    TopicPartition partition() {
        return new TopicPartition(message.topic(), message.partition());
    }

    /** Interrupts the task, or keeps it from starting; its record will be delivered again. */
    synchronized void abandon() {
        abandoned = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public void run() {
        Outcome outcome = Outcome.ABANDONED;
        try {
            if (begin()) {
                outcome = handleToTheEnd();
            }
        } finally {
            end();
            over.accept(this, outcome);
        }
    }

    private synchronized boolean begin() {
        worker = abandoned ? null : Thread.currentThread();
        return !abandoned;
    }

    private synchronized void end() {
        worker = null;
        // The interrupt of a late abandon() must not meet the thread's next task.
        boolean interrupted = Thread.interrupted();
        abandoned |= interrupted;
    }

    private Outcome handleToTheEnd() {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return attempt();
            } catch (InterruptedException e) {
                if (isAbandoned()) {
                    return Outcome.ABANDONED;
                }
                // Nobody gave the record up: an interrupt that went astray must not leave its offset open for ever.
            } catch (RetryableException e) {
                if (isAbandoned()) {
                    return Outcome.ABANDONED;
                }
                surroundings.meters().retried(message.topic());
                log("waiting for something outside", e);
                if (!sleep(wait)) {
                    return Outcome.ABANDONED;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private Outcome attempt() throws InterruptedException {
        try {
            surroundings.handler().handle(decoded());
            return Outcome.SUCCEEDED;
        } catch (RetryableException e) {
            throw e;
        } catch (RejectedCallException e) {
            failures++;
            return reject(e);
        } catch (RuntimeException | Error e) {
            // An Error counts too: a record that overflows the stack would otherwise stay open and hold its partition
            // back for ever, because a worker's death is nobody's failure.
            return failed(e);
        }
    }

    private Outcome failed(Throwable error) throws InterruptedException {
        if (isAbandoned()) {
            throw new InterruptedException("abandoned");
        }
        failures++;
        firstFailure = firstFailure == null ? surroundings.clock().instant() : firstFailure;
        LOGGER.atError()
                .addKeyValue("topic", message.topic())
                .addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset())
                .addKeyValue("attempt", failures)
                .setCause(error)
                .log("handling a record failed");
        if (failures >= surroundings.options().attempts()) {
            // The message of an unforeseen error may quote the call: only its kind goes on the dead letter.
            return reject(new RejectedCallException(
                    RejectReason.INTERNAL_ERROR, error.getClass().getName(), error));
        }
        throw new RetryableException("attempt %d failed".formatted(failures), error);
    }

    private Outcome reject(RejectedCallException rejection) {
        Instant now = surroundings.clock().instant();
        firstFailure = firstFailure == null ? now : firstFailure;
        surroundings
                .deadLetters()
                .publish(
                        message,
                        new DeadLetter(
                                message.topic(),
                                message.partition(),
                                message.offset(),
                                surroundings.options().stage(),
                                rejection.reason(),
                                DeadLetter.shortened(rejection.getMessage()),
                                failures,
                                firstFailure,
                                now));
        surroundings.meters().rejectedFor(rejection.reason());
        LOGGER.atWarn()
                .addKeyValue("callId", received.key())
                .addKeyValue("topic", message.topic())
                .addKeyValue("reason", rejection.reason().id())
                .log("call rejected");
        return Outcome.REJECTED;
    }

    private Received decoded() {
        if (!ContentCoding.GZIP.equals(received.headers().get(ContentCoding.HEADER))) {
            return received;
        }
        return new Received(
                received.topic(),
                received.partition(),
                received.offset(),
                received.key(),
                ContentCoding.unzip(received.value()),
                received.headers());
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    private boolean sleep(Duration wait) {
        try {
            long jitter = ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1);
            Thread.sleep(wait.toMillis() / 2 + jitter);
            return !isAbandoned();
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void log(String what, RetryableException cause) {
        LOGGER.atWarn()
                .addKeyValue("topic", message.topic())
                .addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset())
                .addKeyValue("error", cause.getMessage())
                .log(what);
    }

    private static Received received(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        String key = message.key() == null ? "" : message.key();
        byte[] value = message.value() == null ? new byte[0] : message.value();
        return new Received(message.topic(), message.partition(), message.offset(), key, value, headers);
    }
}
