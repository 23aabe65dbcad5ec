package io.callscope.kit.config;

import java.util.Objects;

/**
 * A PostgreSQL server.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/name}
 * @param user role that owns the service's schema
 * @param password of the role; empty where the server trusts the connection
 * @param poolSize most connections held at once; 1 to 100, default 6
 */
public record DatabaseConfig(
        @Required("a JDBC address such as jdbc:postgresql://localhost:5432/callscope")
        String url,

        @Required("the role that owns the schema") String user,
        Secret password,
        Integer poolSize) {
    public DatabaseConfig {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        password = password == null ? new Secret("") : password;
        poolSize = poolSize == null ? 6 : poolSize;
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "url \"%s\": expected one that begins with jdbc:postgresql:".formatted(url));
        }
        if (poolSize < 1 || poolSize > 100) {
            throw new IllegalArgumentException("poolSize %d: expected 1 to 100".formatted(poolSize));
        }
    }
}
