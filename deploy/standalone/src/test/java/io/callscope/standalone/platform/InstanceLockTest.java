package io.callscope.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    private Path home;

    private DataLayout layout;

    @BeforeEach
    void layout() {
        layout = new DataLayout(home, home.resolve("data"));
    }

    /** Another process, which alone can tell whether this one still holds the lock. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            DataLayout layout = new DataLayout(Path.of(arguments[0]), Path.of(arguments[1]));
            System.exit(InstanceLock.running(layout).isPresent() ? 10 : 20);
        }
    }

    private boolean anotherProcessSeesIt() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        layout.home().toString(),
                        layout.data().toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isIn(10, 20);
        return other.exitValue() == 10;
    }

    @Test
    void whoHoldsItIsToldToEveryProcess() throws Exception {
        // Given
        PortPlan ports = new PortPlan(9460);
        try (InstanceLock held = InstanceLock.tryTake(layout, ports).orElseThrow()) {
            // Then
            assertThat(InstanceLock.running(layout))
                    .contains(new InstanceLock.Instance(ProcessHandle.current().pid(), ports));
            assertThat(anotherProcessSeesIt()).isTrue();
        }
        assertThat(InstanceLock.running(layout)).isEqualTo(Optional.empty());
        assertThat(anotherProcessSeesIt()).isFalse();
    }

    @Test
    void askingWhoHoldsItDoesNotLoseIt() throws Exception {
        // Given
        try (InstanceLock held =
                InstanceLock.tryTake(layout, new PortPlan(9460)).orElseThrow()) {
            // When
            InstanceLock.running(layout);
            boolean taken = InstanceLock.tryTake(layout, new PortPlan(9560)).isPresent();

            // Then
            assertThat(taken).isFalse();
            assertThat(anotherProcessSeesIt()).isTrue();
        }
    }
}
