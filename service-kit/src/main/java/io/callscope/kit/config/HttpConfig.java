package io.callscope.kit.config;

/**
 * Where a server listens.
 *
 * @param host address to bind; default 127.0.0.1
 * @param port 0 (any free one) to 65535
 */
public record HttpConfig(String host, Integer port) {
    public HttpConfig {
        host = host == null ? "127.0.0.1" : host;
        port = port == null ? 0 : port;
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port %d: expected 0 to 65535".formatted(port));
        }
    }

    public static HttpConfig local(int port) {
        return new HttpConfig("127.0.0.1", port);
    }
}
