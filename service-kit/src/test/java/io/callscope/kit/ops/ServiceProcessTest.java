package io.callscope.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.kit.config.HttpConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    record Config(HttpConfig ops) {}

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void wrongUsageEndsWithTwo() {
        // When
        int code = run("--port", "1");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(said()).isEqualTo("usage: --config FILE\n");
    }

    @Test
    void anUnknownKeyEndsWithTwoAndNamesTheNearest() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.yaml"), "ops: {prt: 1}\n");

        // When
        int code = run("--config", file.toString());

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(said()).contains("ops.prt: unknown key; did you mean \"port\"?");
    }

    @Test
    void aTakenPortEndsWithOneAndSaysHowToChangeIt() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.yaml"), "ops: {port: 7}\n");

        // When
        int code = ServiceProcess.run(arguments("--config", file.toString()), Config.class, out(), config -> {
            throw new PortTakenException("ops", "127.0.0.1", config.ops().port(), "ops.port", new IOException());
        });

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("port 7").contains("ops.port");
    }

    private int run(String... arguments) {
        return ServiceProcess.run(arguments, Config.class, out(), config -> {
            throw new AssertionError("must not start");
        });
    }

    private static String[] arguments(String... words) {
        return words;
    }

    private PrintStream out() {
        return new PrintStream(errors, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
