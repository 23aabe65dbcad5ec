package io.callscope.standalone.way;

import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.kit.ops.Resources;
import java.nio.file.Path;
import java.util.List;

/** A broker and a database for tests: embedded ones, or those of containers. */
interface Servers extends AutoCloseable {
    String bootstrapServers();

    DatabaseConfig database();

    @Override
    void close();

    /** Embedded servers with their data in a folder. */
    static Servers embedded(Path folder) {
        Resources parts = new Resources();
        List<Integer> ports = Ports.free(3);
        EmbeddedBroker broker = parts.add(EmbeddedBroker.start(folder.resolve("broker"), ports.get(0), ports.get(1)));
        EmbeddedDatabase database = parts.add(EmbeddedDatabase.start(folder.resolve("database"), ports.get(2)));
        return new Servers() {
            @Override
            public String bootstrapServers() {
                return broker.bootstrapServers();
            }

            @Override
            public DatabaseConfig database() {
                return new DatabaseConfig(database.jdbcUrl(), database.user(), new Secret(database.password()), 4);
            }

            @Override
            public void close() {
                parts.close();
            }
        };
    }
}
