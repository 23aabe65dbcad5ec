package io.callscope.analytics.live;

import static io.callscope.analytics.live.LiveFolder.CALL;
import static io.callscope.analytics.live.LiveFolder.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.callscope.model.analysis.CallAnalysis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void callsInFlightAreEachJudgedByOneVersionWhileTheFolderChanges() throws Exception {
        // Given: four threads judge, and the folder changes to and fro under them
        LiveFolder.copyTo(folder);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        LiveRulebook live = new LiveRulebook(new RulebookFiles(folder), LiveFolder.reader(), Clock.systemUTC());
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Map<String, Boolean>>> judged = new ArrayList<>();
        try (ConfigWatch watch = new ConfigWatch(live, registry)) {
            watch.start(Duration.ofMillis(20));
            for (int i = 0; i < 4; i++) {
                judged.add(threads.submit(() -> heardByVersion(live, over)));
            }

            // When
            for (int change = 0; change < 4; change++) {
                if (change % 2 == 0) {
                    LiveFolder.change(folder);
                } else {
                    LiveFolder.changeBack(folder);
                }
                awaitTaken(registry, change + 1);
            }
            over.set(true);
            Map<String, Boolean> all = new HashMap<>();
            for (Future<Map<String, Boolean>> one : judged) {
                all.putAll(one.get(30, TimeUnit.SECONDS));
            }

            // Then: two versions, of which the one always hears it and the other never does
            assertThat(all).hasSize(2);
            assertThat(all.values()).containsExactlyInAnyOrder(true, false);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private static Map<String, Boolean> heardByVersion(LiveRulebook live, AtomicBoolean over) {
        Map<String, Boolean> heard = new HashMap<>();
        while (!over.get()) {
            CallAnalysis analysis = LiveFolder.analysis(live.get(), CALL);
            boolean found = LiveFolder.codes(analysis).contains(CODE);
            Boolean before = heard.put(analysis.versions().codebookHash(), found);
            if (before != null && before != found) {
                throw new AssertionError("one version judged the same call in two ways");
            }
        }
        return heard;
    }

    private static void awaitTaken(SimpleMeterRegistry registry, int times) throws InterruptedException {
        while (AnalyticsMeter.CONFIG_CHANGES
                        .counter(registry, "outcome", "taken-over")
                        .count()
                < times) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
