package io.callscope.transcribe.recognize;

import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.DecoderSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model folder as it is given to Vosk: its feature extractor adds no noise of its own (see {@link Dither}) and its
 * decoder has the settings that were asked for. A copy of the small configuration beside links to the big files. Exists
 * only while the model is loaded; closing deletes it.
 */
final class TunedModelFolder implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TunedModelFolder.class);

    private static final String FEATURES = "mfcc.conf";
    private static final String DECODER = "model.conf";
    private static final List<String> NO_DITHER = List.of("--dither=0");

    private final Path folder;

    private TunedModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param settings of the decoder; null for the model's own
     * @throws IOException also when the model has no {@code conf/model.conf} to put the settings into
     */
    static TunedModelFolder of(Path model, @Nullable DecoderSettings settings) throws IOException {
        TunedModelFolder tuned = new TunedModelFolder(Files.createTempDirectory("callscope-model-"));
        try {
            tuned.fill(model.toAbsolutePath(), settings);
            return tuned;
        } catch (IOException e) {
            tuned.close();
            throw e;
        }
    }

    private void fill(Path model, @Nullable DecoderSettings settings) throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        for (Path entry : entries(model)) {
            if (!entry.getFileName().toString().equals("conf")) {
                Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
            }
        }
        for (Path entry : entries(model.resolve("conf"))) {
            String name = entry.getFileName().toString();
            if (name.equals(FEATURES)) {
                Files.write(conf.resolve(name), with(entry, NO_DITHER), StandardCharsets.UTF_8);
            } else if (name.equals(DECODER) && settings != null) {
                Files.write(conf.resolve(name), with(entry, settings.options()), StandardCharsets.UTF_8);
            } else {
                Files.createSymbolicLink(conf.resolve(entry.getFileName()), entry);
            }
        }
        if (settings != null && !Files.exists(conf.resolve(DECODER))) {
            throw new IOException("%s has no conf/%s: its decoder takes no settings; use profile %s"
                    .formatted(model, DECODER, DecoderProfile.SHIPPED.id()));
        }
    }

    /** The lines of a file of options, with these options in the place of others of their names. */
    private static List<String> with(Path file, List<String> options) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(
                line -> options.stream().anyMatch(option -> nameOf(option).equals(nameOf(line))));
        lines.addAll(options);
        return lines;
    }

    private static String nameOf(String option) {
        return option.substring(0, option.indexOf('=') < 0 ? option.length() : option.indexOf('='))
                .strip();
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
