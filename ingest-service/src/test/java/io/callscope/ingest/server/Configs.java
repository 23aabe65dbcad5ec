package io.callscope.ingest.server;

import io.callscope.ingest.IngestConfig;
import io.callscope.ingest.folder.FolderConfig;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configurations of ingest-service for tests: any free port, small limits. */
public final class Configs {
    private Configs() {}

    public static IngestConfig of(
            TestServers servers, Path spoolDir, Map<String, String> kafkaClient, @Nullable FolderConfig folder) {
        return new IngestConfig(
                new KafkaConfig(servers.bootstrapServers(), 1, 2, 90, false, kafkaClient),
                new DatabaseConfig(
                        servers.jdbcUrl(), servers.databaseUser(), new Secret(servers.databasePassword()), 4),
                HttpConfig.local(0),
                HttpConfig.local(0),
                spoolDir,
                DataSize.ofMiB(4),
                DataSize.ofMiB(3),
                new Secret("0123456789abcdef"),
                "RU",
                "ru",
                ZoneId.of("Europe/Moscow"),
                folder);
    }
}
