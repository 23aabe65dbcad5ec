package io.callscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.ingest.folder.FolderConfig;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.EffectiveConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestConfigTest {
    private static final Path SHIPPED = Path.of("..", "deploy", "config", "ingest.yaml");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CALLSCOPE_DATABASE_PASSWORD", "pw",
            "CALLSCOPE_CUSTOMER_KEY_SECRET", "0123456789abcdef",
            "OTHER", "another secret word");

    @TempDir
    Path folder;

    @Test
    void defaultsAreDocumented() {
        // Given
        KafkaConfig kafka = KafkaConfig.of("localhost:9092");
        DatabaseConfig database =
                new DatabaseConfig("jdbc:postgresql://localhost:5432/callscope", "callscope", new Secret("pw"), null);
        IngestConfig bare = new IngestConfig(
                kafka,
                database,
                null,
                null,
                Path.of("/var/lib/callscope/spool"),
                null,
                null,
                new Secret("0123456789abcdef"),
                null,
                null,
                null,
                null);

        // When
        IngestConfig shipped = new ConfigLoader(ENVIRONMENT).load(SHIPPED, IngestConfig.class);

        // Then
        assertThat(shipped).isEqualTo(bare);
    }

    @Test
    void theFolderOfTheExampleCanBeSwitchedOn() throws IOException {
        // Given
        String yaml = Files.readString(SHIPPED).replace("# folder:", "folder:").replace("\n#   ", "\n  ");

        // When
        IngestConfig read = load(yaml);

        // Then
        FolderConfig defaults = new FolderConfig(Path.of("/var/lib/callscope/incoming"), null, null, null, null);
        FolderConfig example = read.folder();
        assertThat(example).isNotNull();
        assertThat(example.path()).isEqualTo(defaults.path());
        assertThat(example.every()).isEqualTo(defaults.every());
        assertThat(example.settle()).isEqualTo(defaults.settle());
        assertThat(example.waitForMetadata()).isEqualTo(defaults.waitForMetadata());
        assertThat(example.namePattern()).contains("(?<startedAt>");
    }

    @Test
    void everyPropertyIsMapped() throws IOException {
        // Given
        String yaml = """
                kafka: {bootstrapServers: "b:1", replicationFactor: 3, partitions: 12, audioRetentionDays: 30,
                        flushEveryEvent: true, client: {security.protocol: SSL}}
                database: {url: "jdbc:postgresql:x", user: u, password: "${OTHER}", poolSize: 2}
                http: {host: 0.0.0.0, port: 1}
                ops: {host: 0.0.0.1, port: 2}
                spoolDir: /spool
                maxRecordingSize: 3MiB
                maxTranscriptSize: 4KiB
                customerKeySecret: ${OTHER}
                defaultCountry: KZ
                defaultLanguage: en
                siteZone: Asia/Omsk
                folder: {path: /in, every: 5s, settle: 6s, waitForMetadata: 7s, namePattern: "(?<team>.*)"}
                """;

        // When
        IngestConfig read = load(yaml);

        // Then
        assertThat(read)
                .isEqualTo(new IngestConfig(
                        new KafkaConfig("b:1", 3, 12, 30, true, Map.of("security.protocol", "SSL")),
                        new DatabaseConfig("jdbc:postgresql:x", "u", new Secret("another secret word"), 2),
                        new HttpConfig("0.0.0.0", 1),
                        new HttpConfig("0.0.0.1", 2),
                        Path.of("/spool"),
                        DataSize.ofMiB(3),
                        DataSize.of("4KiB"),
                        new Secret("another secret word"),
                        "KZ",
                        "en",
                        ZoneId.of("Asia/Omsk"),
                        new FolderConfig(
                                Path.of("/in"),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                "(?<team>.*)")));
        assertThat(unmapped("", IngestConfig.class, yaml)).isEmpty();
        assertThat(EffectiveConfig.of(read).toString()).doesNotContain("another secret word");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        // When
        ConfigException error = catchThrowableOfType(ConfigException.class, () -> load("""
                        kafka: {bootstrapServers: "b:1", partitions: many}
                        database: {url: "mysql:x", user: u}
                        spooldir: /spool
                        siteZone: Mars/Olympus
                        folder: {path: /in, namePattern: "("}
                        """));

        // Then
        assertThat(error.problems())
                .extracting(problem -> problem.path())
                .contains("kafka.partitions", "database", "spooldir", "siteZone", "folder");
        assertThat(error).hasMessageContaining("did you mean \"spoolDir\"?");
    }

    private static List<String> unmapped(String path, Class<?> type, String yaml) {
        List<String> missing = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!yaml.contains(component.getName() + ":")) {
                missing.add(path + component.getName());
            }
            if (component.getType().isRecord() && component.getType() != DataSize.class) {
                missing.addAll(unmapped(path + component.getName() + ".", component.getType(), yaml));
            }
        }
        return missing;
    }

    private IngestConfig load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("ingest.yaml"), yaml);
        return new ConfigLoader(ENVIRONMENT).load(file, IngestConfig.class);
    }
}
