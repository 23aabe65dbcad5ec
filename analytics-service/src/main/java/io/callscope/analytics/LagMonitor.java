package io.callscope.analytics;

import io.callscope.analytics.web.LagSource;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.kit.topic.GroupLag;
import io.callscope.kit.topic.Groups;
import io.callscope.kit.topic.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka every few seconds how far the services are behind, so that pages never wait for it. Thread-safe. */
final class LagMonitor implements LagSource, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LagMonitor.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final List<String> TRANSCRIBE_TOPICS = List.of(Topics.RECORDED, Topics.IMPORTED);

    private final GroupLag groups;
    private final AtomicReference<Map<String, Long>> latest = new AtomicReference<>(Map.of());
    private final RepeatedWork work = new RepeatedWork("lag-monitor", this::refresh);

    /** Takes over the closing of {@code groups}. */
    LagMonitor(GroupLag groups) {
        this.groups = groups;
    }

    void start() {
        work.start(Duration.ofSeconds(1), EVERY);
    }

    @Override
    public Map<String, Long> lagByTopic() {
        return Objects.requireNonNull(latest.get());
    }

    @Override
    public void close() {
        work.close();
        groups.close();
    }

    private void refresh() {
        try {
            Map<String, Long> transcribe = groups.of(Groups.TRANSCRIBE);
            Map<String, Long> analytics = groups.of(Groups.ANALYTICS);
            Map<String, Long> lag = new LinkedHashMap<>();
            for (String topic : TRANSCRIBE_TOPICS) {
                lag.put(topic, transcribe.getOrDefault(topic, 0L));
            }
            lag.put(Topics.TRANSCRIBED, analytics.getOrDefault(Topics.TRANSCRIBED, 0L));
            latest.set(lag);
        } catch (RetryableException e) {
            latest.set(Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again.
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("lag could not be read");
            latest.set(Map.of());
        }
    }
}
