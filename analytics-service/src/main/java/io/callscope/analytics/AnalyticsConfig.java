package io.callscope.analytics;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.classify.EvidenceSettings;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.kit.config.Bounds;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Required;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of analytics-service.
 *
 * @param kafka the cluster
 * @param database where results are stored (schema {@code analytics})
 * @param http where pages and JSON are served; default 127.0.0.1:8460
 * @param ops where health and metrics are served; default 127.0.0.1:8467
 * @param configDir folder with the codebook and {@code flags.yaml}
 * @param workDir folder for recordings that are being played
 * @param audioCacheSize how much of them is kept, default 1GiB
 * @param playUntranscribed whether recordings may be heard that have no transcript, such as those that failed, so that
 *     nobody knows where personal data is said in them; default false
 * @param workers calls analyzed at once, 1 to 64; default 2
 * @param siteZone time zone of the pages, default Europe/Moscow
 * @param crmLinkTemplate address of a customer or call in the CRM, with {@code {callId}}; no link when absent
 * @param publicUrl where browsers reach the pages when a proxy stands before them, such as {@code
 *     https://callscope.example.org}; with https the cookie is sent over TLS only
 * @param signIn how long somebody stays signed in
 * @param talk what counts as dead air, hold, overtalk and interruption
 * @param evidence how much must be said, and how surely, for a call to be judged
 * @param repeats what counts as a repeat contact, and what one costs
 * @param promises how long promises to customers run
 * @param qa how the calls are drawn that people review
 * @param accuracy what must be shown before the machine is trusted
 * @param llm the language model beside the rules; none is asked when absent
 * @param reloadEvery time between two looks at whether the codebook, the flag rules or the prompts changed, 500 ms to
 *     1 d; default 5 s
 */
public record AnalyticsConfig(
        @Required("the cluster's bootstrapServers") KafkaConfig kafka,
        @Required("url and user of a PostgreSQL") DatabaseConfig database,
        HttpConfig http,
        HttpConfig ops,

        @Required("the folder with the codebook and flags.yaml")
        Path configDir,

        @Required("a folder for recordings that are being played")
        Path workDir,

        DataSize audioCacheSize,
        Boolean playUntranscribed,
        Integer workers,
        ZoneId siteZone,
        @Nullable String crmLinkTemplate,
        @Nullable URI publicUrl,
        SignInLimits signIn,
        TalkSettings talk,
        EvidenceSettings evidence,
        RepeatSettings repeats,
        PromiseSettings promises,
        QaSettings qa,
        AccuracySettings accuracy,
        @Nullable LlmConfig llm,
        Duration reloadEvery) {
    private static final int DEFAULT_PORT = 8460;
    private static final int DEFAULT_OPS_PORT = 8467;

    public AnalyticsConfig {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(configDir, "configDir");
        Objects.requireNonNull(workDir, "workDir");
        http = http == null ? HttpConfig.local(DEFAULT_PORT) : http;
        ops = ops == null ? HttpConfig.local(DEFAULT_OPS_PORT) : ops;
        audioCacheSize = audioCacheSize == null ? DataSize.ofMiB(1024) : audioCacheSize;
        playUntranscribed = playUntranscribed != null && playUntranscribed;
        workers = workers == null ? 2 : workers;
        siteZone = siteZone == null ? ZoneId.of("Europe/Moscow") : siteZone;
        signIn = signIn == null ? SignInLimits.defaults() : signIn;
        talk = talk == null ? TalkSettings.defaults() : talk;
        evidence = evidence == null ? EvidenceSettings.defaults() : evidence;
        reloadEvery = reloadEvery == null ? Duration.ofSeconds(5) : reloadEvery;
        Bounds.requireRange("reloadEvery", reloadEvery, Duration.ofMillis(500), Duration.ofDays(1));
        repeats = repeats == null ? RepeatSettings.defaults() : repeats;
        promises = promises == null ? PromiseSettings.defaults() : promises;
        qa = qa == null ? QaSettings.defaults() : qa;
        accuracy = accuracy == null ? AccuracySettings.defaults() : accuracy;
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("workers %d: expected 1 to 64".formatted(workers));
        }
    }
}
