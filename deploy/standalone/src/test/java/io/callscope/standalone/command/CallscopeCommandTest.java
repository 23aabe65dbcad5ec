package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.standalone.send.ScriptedHttp;
import io.callscope.standalone.send.ScriptedHttp.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CallscopeCommandTest {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void sendPrintsASummaryAndFailsWhenAnyWasRejected() throws Exception {
        // Given
        Path calls = Files.createDirectories(home.resolve("calls"));
        Files.writeString(calls.resolve("good.wav"), "audio");
        Files.writeString(calls.resolve("bad.wav"), "text");
        int exitCode;
        try (ScriptedHttp service = new ScriptedHttp(path ->
                path.endsWith("bad") ? new Answer(409, "{\"detail\":\"other content\"}") : new Answer(201, "{}"))) {
            // When
            exitCode = run("send", calls.toString(), "--url", service.url().toString());
        }

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .contains("accepted 1, already there 0, rejected 1")
                .contains(calls.resolve("bad.wav") + ": HTTP 409: other content");
    }

    @Test
    void sendSucceedsWhenEverythingIsTaken() throws Exception {
        // Given
        Path call = Files.writeString(home.resolve("good.wav"), "audio");
        int exitCode;
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(200, "{}"))) {
            // When
            exitCode = run("send", call.toString(), "--url", service.url().toString());
        }

        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("accepted 0, already there 1, rejected 0");
    }

    @Test
    void wrongUsageIsTwo() {
        for (String[] wrong : new String[][] {
            {"nosuch"}, {"send"}, {"send", "/no/such/file.wav"}, {"run", "--port", "80"}, {"ingest"}, {"demo", "--fast"}
        }) {
            // When
            int exitCode = run(wrong);

            // Then
            assertThat(exitCode).as(String.join(" ", wrong)).isEqualTo(2);
        }
    }

    @Test
    void benchWerNamesWhatIsMissingInTheReferences() throws Exception {
        // Given
        Path references = Files.createDirectories(home.resolve("references"));
        Files.writeString(references.resolve("call.txt"), "good day");
        Files.writeString(references.resolve("call.wav"), "no sound");

        // When
        int exitCode = run("bench", "wer", "--reference", references.toString());

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString())
                .contains(references.resolve("call")
                        + ": a reference needs one recording beside it, found none (call.wav: ")
                .doesNotContain("Exception");
        assertThat(run("bench", "wer")).isEqualTo(2);
    }

    @Test
    void everyVerbExplainsItself() {
        // Given
        CommandLine callscope = CallscopeCommand.create(new CommandContext(home, 0), (calls, folder) -> Map.of());
        for (Map.Entry<String, CommandLine> verb : callscope.getSubcommands().entrySet()) {
            // When
            int exitCode = run(verb.getKey(), "--help");

            // Then
            assertThat(exitCode).as(verb.getKey()).isZero();
            assertThat(verb.getValue().getCommandSpec().usageMessage().description())
                    .as("description of " + verb.getKey())
                    .isNotEmpty();
        }
    }

    private int run(String... arguments) {
        return CallscopeCommand.create(new CommandContext(home, 0), (calls, folder) -> Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
