package io.callscope.kit.ops;

/** Another program listens where a server was to listen. The message says which part and how to change it. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which port is taken.
     *
     * @param part what was to listen, such as {@code ops}
     * @param setting path of the setting that names the port
     */
    public PortTakenException(String part, String host, int port, String setting, Throwable cause) {
        super(
                "port %d on %s (%s) is taken by another program; choose another one with %s"
                        .formatted(port, host, part, setting),
                cause);
    }
}
