package io.callscope.transcribe.audio;

import java.nio.file.Path;
import java.util.Objects;

/** A recording that {@link AudioDecoder#check} found fit to be decoded. Immutable; the file is the caller's. */
public final class CheckedRecording {
    private final Path file;
    private final Container container;
    private final boolean webm;
    private final String codec;
    private final int rateHz;

    CheckedRecording(Path file, Container container, boolean webm, String codec, int rateHz) {
        this.file = Objects.requireNonNull(file, "file");
        this.container = Objects.requireNonNull(container, "container");
        this.webm = webm;
        this.codec = Objects.requireNonNull(codec, "codec");
        this.rateHz = rateHz;
    }

    Path file() {
        return file;
    }

    Container container() {
        return container;
    }

    /** Whether a Matroska file says that it is WebM. */
    boolean isWebm() {
        return webm;
    }

    /** FFmpeg's name of the codec. */
    String codec() {
        return codec;
    }

    /** Samples of one channel a second, as the recording says. */
    int rateHz() {
        return rateHz;
    }
}
