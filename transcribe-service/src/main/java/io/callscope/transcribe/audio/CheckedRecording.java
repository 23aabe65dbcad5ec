package io.callscope.transcribe.audio;

import java.nio.file.Path;
import java.util.Objects;

/** A recording that {@link AudioDecoder#check} found fit to be decoded. Immutable; the file is the caller's. */
public final class CheckedRecording {
    private final Path file;
    private final Container container;

    CheckedRecording(Path file, Container container) {
        this.file = Objects.requireNonNull(file, "file");
        this.container = Objects.requireNonNull(container, "container");
    }

    Path file() {
        return file;
    }

    Container container() {
        return container;
    }
}
