package io.callscope.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.callscope.embedded.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();
    private final List<Integer> ports = Ports.free(2);

    @Test
    void startsAKilledChildAgain() throws Exception {
        // Given
        try (Supervisor supervisor = storeAndService(folder, ports.get(0), ports.get(1), notices::add)) {
            supervisor.start();
            long killed = pid(supervisor, "service");

            // When
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            // Then
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(supervisor.stateOf("service")).isInstanceOf(ChildState.Running.class);
                assertThat(pid(supervisor, "service")).isNotEqualTo(killed);
                assertThat(journal()).containsExactly("start store", "start service", "start service");
            });
            assertThat(notices).singleElement().asString().startsWith("service ended with 137");
            assertThat(supervisor.stateOf("store")).isInstanceOf(ChildState.Running.class);
        }
    }

    @Test
    void stopsInReverseOrderOnSigterm() throws Exception {
        // Given
        Process process = supervisorProcess();
        List<ProcessHandle> children = process.descendants().toList();

        // When
        process.destroy();

        // Then
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(journal()).containsExactly("start store", "start service", "end service", "end store");
        assertThat(children).hasSize(2).noneMatch(SupervisorIT::runs);
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void childrenIgnoreTheInterruptOfTheTerminal() throws Exception {
        // Given
        try (Supervisor supervisor = storeAndService(folder, ports.get(0), ports.get(1), notices::add)) {
            supervisor.start();
            long pid = pid(supervisor, "service");

            // When
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
            TimeUnit.SECONDS.sleep(2);

            // Then
            assertThat(pid(supervisor, "service")).isEqualTo(pid);
            assertThat(journal()).containsExactly("start store", "start service");
        }
    }

    @Test
    void childrenEndWhenTheSupervisorIsKilled() throws Exception {
        // Given
        Process process = supervisorProcess();
        List<ProcessHandle> children = process.descendants().toList();

        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(children).hasSize(2);
        await().atMost(SOON).untilAsserted(() -> assertThat(children).noneMatch(SupervisorIT::runs));
        assertThat(journal()).contains("end service", "end store");
    }

    @Test
    void leftoversOfAKilledSupervisorAreWaitedFor() throws Exception {
        // Given
        Process process = supervisorProcess();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();

        // When
        Leftovers.clear(folder.resolve("run"), List.of(TestServiceMain.class.getName()), notices::add);

        // Then
        assertThat(children).hasSize(2).noneMatch(SupervisorIT::runs);
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aStrangerWithANotedNumberIsLeftAlone() throws Exception {
        // Given
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("broker.pid"), Long.toString(stranger.pid()));

        // When
        Leftovers.clear(run, List.of(TestServiceMain.class.getName()), notices::add);

        // Then
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void givesUpAStartThatCannotSucceedAndShowsTheLastWords() {
        // Given
        ChildSpec dying = child("broken", DyingMain.class, List.of("disk is on fire", "1"), pid -> false);
        try (Supervisor supervisor = supervisor(List.of(List.of(dying)))) {
            // When
            ChildStartException failure = catchThrowableOfType(ChildStartException.class, supervisor::start);

            // Then
            assertThat(failure).hasMessageContaining("broken ended 3 times").hasMessageContaining("disk is on fire");
            assertThat(failure.isMisconfigured()).isFalse();
        }
    }

    @Test
    void doesNotRestartWhatIsMisconfigured() {
        // Given
        ChildSpec wrong = child("wrong", DyingMain.class, List.of("unknown key: prot", "2"), pid -> false);
        try (Supervisor supervisor = supervisor(List.of(List.of(wrong)))) {
            // When
            ChildStartException failure = catchThrowableOfType(ChildStartException.class, supervisor::start);

            // Then
            assertThat(failure).hasMessageContaining("unknown key: prot");
            assertThat(failure.isMisconfigured()).isTrue();
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void killsAChildThatWillNotEnd() throws Exception {
        // Given
        Path ready = folder.resolve("run/stubborn.ready");
        ChildSpec stubborn = new ChildSpec(
                "stubborn",
                StubbornMain.class.getName(),
                List.of(ready.toString()),
                List.of("-Xmx32m"),
                Map.of(),
                ReadyProbe.file(ready),
                Duration.ofSeconds(1));
        Supervisor supervisor = supervisor(List.of(List.of(stubborn)));
        supervisor.start();
        long pid = pid(supervisor, "stubborn");

        // When
        supervisor.close();

        // Then
        assertThat(ProcessHandle.of(pid).filter(SupervisorIT::runs)).isEmpty();
        assertThat(notices).containsExactly("stubborn did not end within 1 s, killing it");
    }

    @Test
    void samplesTheMemoryOfTheWholeTree() throws Exception {
        // Given
        try (Supervisor supervisor = storeAndService(folder, ports.get(0), ports.get(1), notices::add)) {
            supervisor.start();

            // When
            long peak;
            try (PssSampler sampler = PssSampler.start(() -> List.of(ProcessHandle.current()))) {
                await().atMost(SOON).until(() -> sampler.peakMiB() > 0);
                peak = sampler.peakMiB();
            }

            // Then
            long own = PssSampler.pssKiB(ProcessHandle.current().pid()) / 1024;
            long store = PssSampler.pssKiB(pid(supervisor, "store")) / 1024;
            assertThat(store).isPositive();
            assertThat(peak).isGreaterThanOrEqualTo(own * 8 / 10 + store);
        }
    }

    static Supervisor storeAndService(Path folder, int storePort, int servicePort, Consumer<String> notices) {
        List<List<ChildSpec>> stages =
                List.of(List.of(service("store", storePort, folder)), List.of(service("service", servicePort, folder)));
        return new Supervisor(stages, folder.resolve("logs"), folder.resolve("run"), SOON, notices);
    }

    private static ChildSpec service(String name, int port, Path folder) {
        return child(
                name,
                TestServiceMain.class,
                List.of(name, Integer.toString(port), folder.resolve("journal").toString()),
                ReadyProbe.http(URI.create("http://127.0.0.1:%d/ready".formatted(port))));
    }

    private static ChildSpec child(String name, Class<?> main, List<String> arguments, ReadyProbe ready) {
        return new ChildSpec(
                name, main.getName(), arguments, List.of("-Xmx32m"), Map.of(), ready, Duration.ofSeconds(10));
    }

    private Supervisor supervisor(List<List<ChildSpec>> stages) {
        return new Supervisor(stages, folder.resolve("logs"), folder.resolve("run"), SOON, notices::add);
    }

    private Process supervisorProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestSupervisorMain.class.getName(),
                        folder.toString(),
                        ports.get(0).toString(),
                        ports.get(1).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("READY");
        return process;
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(folder.resolve("journal"));
    }

    private static long pid(Supervisor supervisor, String name) {
        return ((ChildState.Running) supervisor.stateOf(name)).pid();
    }

    /** Not counting what ended and was not collected by its new parent. */
    private static boolean runs(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .isEmpty();
        } catch (IOException gone) {
            return false;
        }
    }
}
