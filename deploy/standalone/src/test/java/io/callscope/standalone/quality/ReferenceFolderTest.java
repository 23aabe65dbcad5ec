package io.callscope.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.call.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {
    @TempDir
    Path folder;

    private final ReferenceFolder references = new ReferenceFolder(
            file -> file.toString().endsWith(".wav") || file.toString().endsWith(".opus")
                    ? Optional.empty()
                    : Optional.of("no audio"));

    @Test
    void readsOneFileForACallOrOneForEachParty() throws Exception {
        // Given
        write("two.opus", "");
        write("two.agent.txt", "Good day.\n\n  How can I help? \n");
        write("two.customer.txt", "\uFEFFHello\r\n");
        write("two.json", "{\"channels\": [\"agent\", \"customer\"]}");
        write("one.wav", "");
        write("one.txt", "добрый день\n");
        write("nobody.wav", "");
        write("notes.md", "not audio");

        // When
        ReferenceFolder.Found found = references.read(folder);

        // Then
        assertThat(found.calls())
                .containsExactly(
                        new ReferenceCall(
                                "one",
                                folder.resolve("one.wav"),
                                List.of(),
                                Map.of(Party.UNKNOWN, List.of("добрый день"))),
                        new ReferenceCall(
                                "two",
                                folder.resolve("two.opus"),
                                List.of(Party.AGENT, Party.CUSTOMER),
                                Map.of(
                                        Party.AGENT, List.of("Good day.", "How can I help?"),
                                        Party.CUSTOMER, List.of("Hello"))));
        assertThat(found.withoutReference()).containsExactly("nobody.wav");
    }

    @Test
    void namesTheFileThatIsWrong() throws Exception {
        refuses("no reference; expected NAME.txt");

        write("a.wav", "");
        write("a.txt", " \n...\n");
        refuses("a.txt: holds no word");

        Files.write(folder.resolve("a.txt"), "день".getBytes(StandardCharsets.UTF_16));
        refuses("a.txt: no UTF-8 text");

        write("a.txt", "day");
        write("b.txt", "day");
        refuses("b: a reference needs one recording beside it, found none");

        write("b.doc", "");
        refuses("found none (b.doc: no audio)");

        Files.delete(folder.resolve("b.doc"));
        write("b.wav", "");
        write("b.opus", "");
        refuses("found 2 recordings: [b.opus, b.wav]");

        Files.delete(folder.resolve("b.opus"));
        write("a.agent.txt", "day");
        refuses("expected either a.txt or both a.agent.txt and a.customer.txt");

        Files.delete(folder.resolve("a.txt"));
        refuses("found a.agent.txt; expected either");

        write("a.customer.txt", "day");
        write("a.json", "{\"channels\": [\"boss\"]}");
        refuses("a.json: expected JSON with channels");
    }

    @Test
    void namesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> references.read(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("none: no such folder");
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> references.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
