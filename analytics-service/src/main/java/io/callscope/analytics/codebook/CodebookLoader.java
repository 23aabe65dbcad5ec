package io.callscope.analytics.codebook;

import java.nio.file.Path;

/** Reads the codebook from a configuration folder. Stateless, thread-safe. */
public final class CodebookLoader {
    private CodebookLoader() {}

    /** Reads {@code codebook/} below the folder and checks all of it. */
    public static Codebook load(Path configDir) {
        throw new UnsupportedOperationException("reading " + configDir + " comes with the next commit");
    }
}
