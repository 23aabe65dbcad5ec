package io.callscope.ingest;

import io.callscope.ingest.folder.FolderConfig;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Required;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of ingest-service.
 *
 * @param kafka the cluster
 * @param database where the table {@code recordings} lives (schema {@code ingest})
 * @param http where the upload API listens; default 127.0.0.1:8461
 * @param ops where health and metrics are served; default 127.0.0.1:8465
 * @param spoolDir folder for uploads under way, on a disk with room for them; emptied at start
 * @param maxRecordingSize largest recording, default 2GiB
 * @param maxTranscriptSize largest transcript, default 16MiB
 * @param customerKeySecret secret of at least 16 bytes under which phone numbers become keys; changing it cuts the link
 *     between a customer's old and new calls
 * @param defaultCountry ISO 3166 code for numbers without a country code, default RU
 * @param defaultLanguage language of calls whose source does not say it, default ru
 * @param siteZone time zone of start times without one, default Europe/Moscow
 * @param folder the watched folder; none is watched when it is absent
 */
public record IngestConfig(
        @Required("the cluster's bootstrapServers") KafkaConfig kafka,
        @Required("url and user of a PostgreSQL") DatabaseConfig database,
        HttpConfig http,
        HttpConfig ops,
        @Required("a folder for uploads under way") Path spoolDir,
        DataSize maxRecordingSize,
        DataSize maxTranscriptSize,
        @Required("${NAME} or file:PATH") Secret customerKeySecret,
        String defaultCountry,
        String defaultLanguage,
        ZoneId siteZone,
        @Nullable FolderConfig folder) {
    private static final int DEFAULT_PORT = 8461;
    private static final int DEFAULT_OPS_PORT = 8465;

    public IngestConfig {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(spoolDir, "spoolDir");
        Objects.requireNonNull(customerKeySecret, "customerKeySecret");
        http = http == null ? HttpConfig.local(DEFAULT_PORT) : http;
        ops = ops == null ? HttpConfig.local(DEFAULT_OPS_PORT) : ops;
        maxRecordingSize = maxRecordingSize == null ? DataSize.ofMiB(2048) : maxRecordingSize;
        maxTranscriptSize = maxTranscriptSize == null ? DataSize.ofMiB(16) : maxTranscriptSize;
        defaultCountry = defaultCountry == null ? "RU" : defaultCountry;
        defaultLanguage = defaultLanguage == null ? "ru" : defaultLanguage;
        siteZone = siteZone == null ? ZoneId.of("Europe/Moscow") : siteZone;
    }
}
