package io.callscope.analytics;

import io.callscope.analytics.pinned.FilePins;
import io.callscope.analytics.pinned.JdbiCitedCalls;
import io.callscope.analytics.pinned.JdbiNeededCalls;
import io.callscope.analytics.pinned.JdbiPlayedRecordings;
import io.callscope.analytics.pinned.PinKeeper;
import io.callscope.analytics.pinned.PinMeters;
import io.callscope.analytics.pinned.PinSettings;
import io.callscope.analytics.pinned.PinnedFirst;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.audio.PlayableAudio;
import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.ops.Resources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;

/** Recordings that outlive the topic, put together. */
final class PinParts {
    private PinParts() {}

    /** Begins to pin, and gives where recordings are read from: pins first, then the topic. */
    static RecordingSource start(
            Resources parts,
            AnalyticsConfig config,
            DataSource dataSource,
            CallRepository calls,
            MeterRegistry registry,
            Clock clock) {
        PinSettings settings = config.qa().pinned();
        KafkaRecordingSource topic = new KafkaRecordingSource(config.kafka());
        FilePins pins = new FilePins(settings.directory(config.workDir()), settings.size());
        parts.add(new PinKeeper(
                        new JdbiNeededCalls(dataSource, settings),
                        new JdbiCitedCalls(dataSource, settings, config.siteZone()),
                        new JdbiPlayedRecordings(
                                dataSource,
                                call -> calls.detail(call, TeamScope.all())
                                        .map(detail -> PlayableAudio.of(detail, config.playUntranscribed())
                                                .manifest())),
                        pins,
                        topic,
                        new PinMeters(registry),
                        clock))
                .start(settings.every());
        return new PinnedFirst(pins, topic);
    }
}
