package io.callscope.standalone.way;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.AnalyticsService;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.ingest.IngestConfig;
import io.callscope.ingest.IngestService;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Secret;
import io.callscope.kit.ops.Resources;
import io.callscope.standalone.access.UserAccess;
import io.callscope.transcribe.RecognitionConfig;
import io.callscope.transcribe.TranscribeConfig;
import io.callscope.transcribe.TranscribeService;
import io.callscope.transcribe.recognize.VoiceUse;
import io.callscope.transcribe.text.TextConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The three services in this process, with the scripted recogniser in Vosk's place. */
final class RunningServices implements AutoCloseable {
    private final Resources parts = new Resources();
    private final CallClient client;

    RunningServices(Servers servers, Path folder) throws Exception {
        this(servers, folder, Path.of("..", "config").toAbsolutePath().normalize());
    }

    /** With a configuration folder of its own, which is looked at every half second. */
    RunningServices(Servers servers, Path folder, Path config) throws Exception {
        KafkaConfig kafka = new KafkaConfig(servers.bootstrapServers(), 1, 3, 90, false, Map.of());
        DatabaseConfig database = servers.database();
        HttpConfig anyPort = HttpConfig.local(0);
        IngestService ingest = parts.add(IngestService.start(
                new IngestConfig(
                        kafka,
                        database,
                        anyPort,
                        anyPort,
                        folder.resolve("spool"),
                        DataSize.ofMiB(64),
                        DataSize.ofMiB(4),
                        new Secret("a secret for tests only"),
                        "RU",
                        "ru",
                        ZoneId.of("Europe/Moscow"),
                        null),
                Clock.systemUTC()));
        parts.add(TranscribeService.start(
                new TranscribeConfig(
                        kafka,
                        anyPort,
                        folder.resolve("models"),
                        config.resolve("models.yaml"),
                        List.of(),
                        folder.resolve("transcribe"),
                        2,
                        Duration.ofHours(4),
                        2,
                        Duration.ofMillis(700),
                        TranscribeConfig.RecognizerKind.SCRIPTED,
                        RecognitionConfig.defaults(),
                        TextConfig.DEFAULT,
                        VoiceUse.NEVER,
                        config.resolve("agent-phrases.yaml")),
                Clock.systemUTC()));
        AnalyticsService analytics = parts.add(AnalyticsService.start(
                new AnalyticsConfig(
                        kafka,
                        database,
                        anyPort,
                        anyPort,
                        config,
                        folder.resolve("playback"),
                        DataSize.ofMiB(64),
                        false,
                        2,
                        ZoneId.of("Europe/Moscow"),
                        null,
                        null,
                        SignInLimits.defaults(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Duration.ofMillis(500)),
                Clock.systemUTC()));
        try (UserAccess access = UserAccess.open(database)) {
            String cookie = access.cookieFor(new User("way", "way", Role.SUPERVISOR, TeamScope.all()));
            this.client = new CallClient(ingest.port(), analytics.port(), cookie);
        }
    }

    CallClient client() {
        return client;
    }

    @Override
    public void close() {
        parts.close();
    }
}
