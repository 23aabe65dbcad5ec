package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.kit.config.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    enum Mode {
        FAST,
        VERY_SLOW
    }

    record Inner(Integer size, Duration pause) {
        Inner {
            size = size == null ? 7 : size;
            if (size > 10) {
                throw new IllegalArgumentException("size %d: expected at most 10".formatted(size));
            }
        }
    }

    record Everything(
            String name,
            Inner inner,
            List<Inner> list,
            Map<String, String> map,
            Duration duration,
            DataSize dataSize,
            Path path,
            ZoneId zone,
            Mode mode,
            Boolean flag,
            Double ratio,
            Long big,
            Secret secret) {
        Everything {
            Objects.requireNonNull(name, "name is required");
        }
    }

    private final Map<String, String> environment = Map.of("WORD", "from outside", "KEY", "s3cret");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("service.yaml");
    }

    @Test
    void readsEveryTypeOfValue() throws IOException {
        // Given
        String yaml = """
                name: a ${WORD} b
                inner: {size: 3, pause: 500ms}
                list: [{size: 1}, {pause: 2h}]
                map: {security.protocol: SSL, port: 9092}
                duration: 7d
                dataSize: 64 MiB
                path: data/spool
                zone: Asia/Omsk
                mode: very-slow
                flag: true
                ratio: 0.25
                big: 5000000000
                secret: ${KEY}
                """;

        // When
        Everything read = load(yaml);

        // Then
        assertThat(read)
                .isEqualTo(new Everything(
                        "a from outside b",
                        new Inner(3, Duration.ofMillis(500)),
                        List.of(new Inner(1, null), new Inner(7, Duration.ofHours(2))),
                        Map.of("security.protocol", "SSL", "port", "9092"),
                        Duration.ofDays(7),
                        DataSize.ofMiB(64),
                        folder.resolve("data/spool"),
                        ZoneId.of("Asia/Omsk"),
                        Mode.VERY_SLOW,
                        true,
                        0.25,
                        5_000_000_000L,
                        new Secret("s3cret")));
    }

    @Test
    void reportsEveryProblemAtOnceWithItsPath() {
        // Given
        String yaml = """
                name: x
                inner: {size: eleven, pause: soon}
                list: [{size: 1}, {size: 99}, nonsense]
                map: [1]
                duration: 5
                dataSize: 5 parsecs
                zone: Moon/Base
                mode: slowish
                flag: yes please
                ratio: half
                big: 1.5
                """;

        // When
        ConfigException error = failure(yaml);

        // Then
        assertThat(error.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "inner.size",
                        "inner.pause",
                        "list[1]",
                        "list[2]",
                        "map",
                        "duration",
                        "dataSize",
                        "zone",
                        "mode",
                        "flag",
                        "ratio",
                        "big");
        assertThat(error.getMessage())
                .startsWith(file + ": 12 problems\n")
                .contains("  inner.size: \"eleven\": expected a whole number")
                .contains("  inner.pause: \"soon\": expected a duration such as 500ms, 30s")
                .contains("  list[1]: size 99: expected at most 10")
                .contains("  dataSize: \"5 parsecs\": expected a size such as 64MiB")
                .contains("  mode: \"slowish\": expected one of fast, very-slow");
    }

    @Test
    void namesTheNearestKeyToAnUnknownOne() {
        // When
        ConfigException error = failure("name: x\nduratoin: 5s\ninner: {sise: 3}\nxylophone: 1\n");

        // Then
        assertThat(error.problems())
                .containsExactlyInAnyOrder(
                        new Problem("duratoin", "unknown key; did you mean \"duration\"?"),
                        new Problem("inner.sise", "unknown key; did you mean \"size\"?"),
                        new Problem(
                                "xylophone",
                                "unknown key; expected one of name, inner, list, map, duration, dataSize, path, zone,"
                                        + " mode, flag, ratio, big, secret"));
    }

    @Test
    void refusesAKeyGivenTwice() {
        // When
        ConfigException error = failure("name: x\nduration: 1s\nname: y\n");

        // Then
        assertThat(error)
                .hasMessageContaining("Duplicate")
                .hasMessageContaining("'name'")
                .hasMessageContaining("line 3");
    }

    @Test
    void saysWhereTheYamlBreaks() {
        // When
        ConfigException error = failure("name: x\ninner: [\n");

        // Then
        assertThat(error).hasMessageContaining("no valid YAML").hasMessageContaining("line ");
    }

    @Test
    void saysWhatIsRequired() {
        // When
        ConfigException error = failure("");

        // Then
        assertThat(error.problems()).containsExactly(new Problem("", "name is required"));
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        // When
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> new ConfigLoader(Map.of()).load(file, Everything.class));

        // Then
        assertThat(error).hasMessageContaining(file.toString()).hasMessageContaining("no such file");
    }

    @Test
    void refusesASecretInPlainTextWithoutRepeatingIt() {
        // When
        ConfigException error = failure("name: x\nsecret: hunter2hunter2\n");

        // Then
        assertThat(error).hasMessageContaining("secret: expected ${NAME}").hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesASecretThatIsHalfPlainText() {
        // When
        ConfigException error = failure("name: x\nsecret: prefix-${KEY}\n");

        // Then
        assertThat(error).hasMessageContaining("secret: expected ${NAME}").hasMessageNotContaining("s3cret");
    }

    @Test
    void readsASecretFromAFileBesideTheConfiguration() throws IOException {
        // Given
        Files.writeString(folder.resolve("key.txt"), "from the file\n");

        // When
        Everything read = load("name: x\nsecret: file:key.txt\n");

        // Then
        assertThat(read.secret().reveal()).isEqualTo("from the file");
    }

    @Test
    void saysWhichVariableAndWhichSecretFileIsMissing() {
        // When
        ConfigException error = failure("name: ${NOWHERE}\nsecret: file:absent.txt\n");

        // Then
        assertThat(error.problems())
                .containsExactly(
                        new Problem("name", "environment variable NOWHERE is not set"),
                        new Problem("secret", "secret file %s cannot be read".formatted(folder.resolve("absent.txt"))));
    }

    private Everything load(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return new ConfigLoader(environment).load(file, Everything.class);
    }

    private ConfigException failure(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml));
    }

    @Test
    void namesEveryMissingSettingAndNotOnlyTheFirst() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("database.yaml"), "poolSize: 3\nurll: x\n");

        // When
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> new ConfigLoader(Map.of()).load(file, DatabaseConfig.class));

        // Then
        assertThat(error.problems()).extracting(Problem::path).containsExactlyInAnyOrder("urll", "url", "user");
    }
}
