package io.callscope.transcribe.model;

import java.io.IOException;
import java.nio.file.Path;

/** Brings what a source names to this machine, unpacked. Implementations are thread-safe. */
@FunctionalInterface
public interface ModelDownload {
    /**
     * @param entry the model
     * @param scratch an empty folder for what lies about meanwhile; the caller deletes it
     * @return the folder inside {@code scratch} that holds the model's files
     * @throws IOException when it cannot be had; the message says what failed
     */
    Path fetch(ModelEntry entry, Path scratch, FetchProgress.Factory progress) throws IOException, InterruptedException;
}
