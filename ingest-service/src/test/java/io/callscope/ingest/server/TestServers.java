package io.callscope.ingest.server;

/**
 * The servers that integration tests run against. Another kind of server (containers) is one more implementation, and
 * one subclass of a test that returns it.
 */
public interface TestServers extends AutoCloseable {
    /** {@code host:port} of a Kafka broker with default limits. */
    String bootstrapServers();

    /** JDBC address of a PostgreSQL whose user may make schemas. */
    String jdbcUrl();

    String databaseUser();

    String databasePassword();

    @Override
    void close();
}
