package io.callscope.standalone.demo;

import io.callscope.standalone.send.ImportItem;
import io.callscope.standalone.send.ImportScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo calls of the repository: spoken ones as recordings, Russian ones as transcripts. */
final class DemoCalls {
    private DemoCalls() {}

    /**
     * @throws IllegalStateException when the folder holds none
     */
    static List<ImportItem> in(Path demoFolder) throws IOException {
        List<ImportItem> calls = new ArrayList<>();
        for (Path part : List.of(demoFolder.resolve("spoken").resolve("calls"), demoFolder.resolve("transcripts"))) {
            if (Files.isDirectory(part)) {
                calls.addAll(ImportScan.of(List.of(part)).items());
            }
        }
        if (calls.isEmpty()) {
            throw new IllegalStateException("no demo calls in %s".formatted(demoFolder));
        }
        return calls;
    }
}
