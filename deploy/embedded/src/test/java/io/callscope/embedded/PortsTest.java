package io.callscope.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void findsTheTakenOne() throws Exception {
        // Given
        int free = Ports.free();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // When
            List<Integer> ports = List.of(free, server.getLocalPort());

            // Then
            assertThat(Ports.firstTaken(ports)).contains(server.getLocalPort());
            assertThat(Ports.firstTaken(List.of(free))).isEmpty();
        }
    }

    @Test
    void seesAListenerOnEveryAddress() throws Exception {
        // Given
        try (ServerSocket server = new ServerSocket(0)) {
            // When
            boolean taken = Ports.isTaken(server.getLocalPort());

            // Then
            assertThat(taken).isTrue();
        }
    }

    @Test
    void givesDifferentPorts() {
        // When
        List<Integer> ports = Ports.free(20);

        // Then
        assertThat(ports).hasSize(20).doesNotHaveDuplicates();
    }
}
