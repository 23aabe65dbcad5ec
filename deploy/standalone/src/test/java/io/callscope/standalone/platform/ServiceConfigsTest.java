package io.callscope.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path home;

    private Path shipped;
    private ServiceConfigs configs;

    @BeforeEach
    void setUp() throws IOException {
        shipped = Files.createDirectories(home.resolve("deploy/config"));
        configs = new ServiceConfigs(DataLayout.of(home), new PortPlan(9000));
    }

    @Test
    void putsTheEmbeddedAddressesInPlaceAndKeepsTheRest() throws Exception {
        // Given
        Files.writeString(shipped.resolve("ingest.yaml"), """
                kafka: {bootstrapServers: kafka.example:9092, partitions: 12}
                http: {host: 0.0.0.0, port: 80}
                siteZone: Asia/Yekaterinburg
                """);

        // When
        JsonNode config = YAML.readTree(configs.write("ingest").toFile());

        // Then
        assertThat(config.at("/kafka/bootstrapServers").asText()).isEqualTo("127.0.0.1:9002");
        assertThat(config.at("/kafka/partitions").asInt()).isEqualTo(12);
        assertThat(config.at("/http/host").asText()).isEqualTo("127.0.0.1");
        assertThat(config.at("/http/port").asInt()).isEqualTo(9001);
        assertThat(config.at("/database/url").asText()).isEqualTo("jdbc:postgresql://127.0.0.1:9004/callscope");
        assertThat(config.at("/siteZone").asText()).isEqualTo("Asia/Yekaterinburg");
    }

    @Test
    void namesOfFilesBesideTheShippedOneGoOnNamingThem() throws Exception {
        // Given
        Files.createDirectories(shipped.resolve("codebook"));
        Files.writeString(shipped.resolve("key"), "k");
        Files.writeString(shipped.resolve("analytics.yaml"), """
                configDir: .
                parts: [codebook, elsewhere]
                nested: {secret: 'file:key', host: 127.0.0.1}
                """);

        // When
        JsonNode config = YAML.readTree(configs.write("analytics").toFile());

        // Then
        assertThat(config.at("/configDir").asText()).isEqualTo(shipped.toString());
        assertThat(config.at("/parts/0").asText())
                .isEqualTo(shipped.resolve("codebook").toString());
        assertThat(config.at("/parts/1").asText()).isEqualTo("elsewhere");
        assertThat(config.at("/nested/secret").asText()).isEqualTo("file:" + shipped.resolve("key"));
        assertThat(config.at("/nested/host").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void makesTheCustomerKeySecretOnce() throws Exception {
        // Given
        Path secret = secretOf(YAML.readTree(configs.write("ingest").toFile()));
        String first = Files.readString(secret);

        // When
        configs.write("ingest");

        // Then
        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(secret).hasContent(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void namesAShippedFileThatIsNoYaml() throws Exception {
        // Given
        Files.writeString(shipped.resolve("transcribe.yaml"), "kafka: {");

        // When
        // Then
        assertThatThrownBy(() -> configs.write("transcribe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transcribe.yaml: no valid YAML");
    }

    private static Path secretOf(JsonNode config) {
        return Path.of(config.at("/customerKeySecret").asText().substring("file:".length()));
    }
}
