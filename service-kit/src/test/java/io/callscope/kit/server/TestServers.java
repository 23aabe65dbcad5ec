package io.callscope.kit.server;

/**
 * The servers that integration tests run against. Another kind of server (a container) is one more implementation, and
 * one subclass of a test that returns it.
 */
public interface TestServers extends AutoCloseable {
    /** {@code host:port} of a Kafka broker with default limits. */
    String bootstrapServers();

    @Override
    void close();
}
