package io.callscope.transcribe.recognize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model folder whose feature extractor adds no noise of its own (see {@link Dither}): a copy of the small
 * configuration beside links to the big files. Exists only while the model is loaded; closing deletes it.
 */
final class QuietFrontEnd implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QuietFrontEnd.class);

    private final Path folder;

    private QuietFrontEnd(Path folder) {
        this.folder = folder;
    }

    static QuietFrontEnd of(Path model) throws IOException {
        QuietFrontEnd quiet = new QuietFrontEnd(Files.createTempDirectory("callscope-model-"));
        try {
            quiet.fill(model.toAbsolutePath());
            return quiet;
        } catch (IOException e) {
            quiet.close();
            throw e;
        }
    }

    private void fill(Path model) throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        for (Path entry : entries(model)) {
            if (!entry.getFileName().toString().equals("conf")) {
                Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
            }
        }
        for (Path entry : entries(model.resolve("conf"))) {
            if (entry.getFileName().toString().equals("mfcc.conf")) {
                Files.write(conf.resolve(entry.getFileName()), withoutDither(entry), StandardCharsets.UTF_8);
            } else {
                Files.createSymbolicLink(conf.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static List<String> withoutDither(Path mfccConf) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(mfccConf));
        lines.removeIf(line -> line.strip().startsWith("--dither"));
        lines.add("--dither=0");
        return lines;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            for (Path entry : entries(folder.resolve("conf"))) {
                Files.delete(entry);
            }
            for (Path entry : entries(folder)) {
                Files.delete(entry);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("copy of the model's settings stays behind");
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
