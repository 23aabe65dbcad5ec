package io.callscope.standalone.way;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The whole way on a broker and a PostgreSQL in containers; skips where no Docker engine answers. */
class WholeWayContainersIT extends WholeWayContract {
    @Override
    Servers startServers(Path dataFolder) {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers: skipped here, WholeWayIT runs the same on embedded servers");
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
