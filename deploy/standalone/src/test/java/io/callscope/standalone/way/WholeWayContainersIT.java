package io.callscope.standalone.way;

import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The whole way on a broker and a PostgreSQL in containers; skips where no Docker engine answers. */
@EnabledIf(
        value = "dockerAnswers",
        disabledReason = "no Docker engine answers: WholeWayIT runs the same on embedded servers")
class WholeWayContainersIT extends WholeWayContract {
    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    Servers startServers(Path dataFolder) {
        KafkaContainer kafka = new KafkaContainer("apache/kafka-native:4.1.0");
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
        kafka.start();
        postgres.start();
        return new Servers() {
            @Override
            public String bootstrapServers() {
                return kafka.getBootstrapServers();
            }

            @Override
            public DatabaseConfig database() {
                return new DatabaseConfig(
                        postgres.getJdbcUrl(), postgres.getUsername(), new Secret(postgres.getPassword()), 4);
            }

            @Override
            public void close() {
                postgres.stop();
                kafka.stop();
            }
        };
    }
}
