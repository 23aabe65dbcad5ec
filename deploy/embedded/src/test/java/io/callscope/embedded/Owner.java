package io.callscope.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that owns a broker or a database, to be killed. */
final class Owner implements AutoCloseable {
    private final Process process;

    private Owner(Process process) {
        this.process = process;
    }

    static Owner start(String what, Path folder, int port, int controllerPort) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OwnerMain.class.getName(),
                        what,
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("READY")) {
                return new Owner(process);
            }
        }
        throw new IOException("the owner of the %s ended before it was ready".formatted(what));
    }

    /** SIGKILL: nothing in the process gets a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
