package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectiveConfigTest {
    record Service(KafkaConfig kafka, DatabaseConfig database, DataSize size) {}

    @Test
    void writesEveryPathWithItsValue() {
        // Given
        Service service = new Service(
                KafkaConfig.of("broker:9092"),
                new DatabaseConfig("jdbc:postgresql://db/callscope", "callscope", new Secret("s3cret"), 4),
                DataSize.ofMiB(3));

        // When
        Map<String, String> lines = EffectiveConfig.of(service);

        // Then
        assertThat(lines)
                .containsEntry("kafka.bootstrapServers", "broker:9092")
                .containsEntry("kafka.partitions", "6")
                .containsEntry("database.url", "jdbc:postgresql://db/callscope")
                .containsEntry("database.password", "***")
                .containsEntry("size", "3MiB")
                .hasSize(10);
    }

    @Test
    void hidesWhateverIsASecretOfKafkasClient() {
        // Given
        Map<String, String> client = Map.of(
                "sasl.jaas.config", "user s3cret",
                "ssl.key.password", "s3cret",
                "ssl.keystore.key", "-----BEGIN PRIVATE KEY----- s3cret",
                "ssl.truststore.PASSWORD", "s3cret",
                "sasl.oauthbearer.client.credentials.client.secret", "s3cret",
                "my.access.token", "s3cret",
                "security.protocol", "SASL_SSL");

        // When
        Map<String, String> lines = EffectiveConfig.of(new KafkaConfig("broker:9092", 1, 6, 90, false, client));

        // Then
        assertThat(lines.toString()).doesNotContain("s3cret");
        assertThat(lines).containsEntry("client.security.protocol", "SASL_SSL");
    }

    @Test
    void hidesAPasswordInAnAddress() {
        // Given
        DatabaseConfig database = new DatabaseConfig(
                "jdbc:postgresql://db/callscope?user=u&password=s3cret&ssl=true", "u", new Secret("x"), 4);

        // When
        Map<String, String> lines = EffectiveConfig.of(database);

        // Then
        assertThat(lines).containsEntry("url", "jdbc:postgresql://db/callscope?user=u&password=***&ssl=true");
    }
}
