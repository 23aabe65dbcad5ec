package io.callscope.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1. Stateless; an answer holds only until somebody else takes the port. */
public final class Ports {
    /** Below what Linux hands to outgoing connections, so that a port found free tends to stay so. */
    private static final int LOWEST = 15_000;

    private static final int BEYOND = 32_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    /** Whether something listens on the port already, or the port may not be used. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** The first of these ports that is taken; empty when all are free. */
    public static Optional<Integer> firstTaken(Collection<Integer> ports) {
        return ports.stream().filter(Ports::isTaken).findFirst();
    }

    /** A free port. */
    public static int free() {
        return free(1).get(0);
    }

    /**
     * Different free ports.
     *
     * @throws IllegalStateException when so many cannot be found
     */
    public static List<Integer> free(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int tries = 0; found.size() < count && tries < TRIES; tries++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (!isTaken(candidate)) {
                found.add(candidate);
            }
        }
        if (found.size() < count) {
            throw new IllegalStateException("found %d free ports, wanted %d".formatted(found.size(), count));
        }
        return List.copyOf(found);
    }

    /**
     * The first port of a run of free ones.
     *
     * @param length how many consecutive ports must be free
     */
    public static int freeRun(int length) {
        for (int tries = 0; tries < TRIES; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND - length);
            boolean allFree = true;
            for (int port = first; allFree && port < first + length; port++) {
                allFree = !isTaken(port);
            }
            if (allFree) {
                return first;
            }
        }
        throw new IllegalStateException("found no run of %d free ports".formatted(length));
    }

    static void requireFree(String part, int port) {
        if (isTaken(port)) {
            throw new EmbeddedStartException(
                    "port %d for the %s is taken on 127.0.0.1: stop what uses it, or choose another port"
                            .formatted(port, part));
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }
}
