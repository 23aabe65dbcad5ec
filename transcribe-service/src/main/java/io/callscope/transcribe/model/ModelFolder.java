package io.callscope.transcribe.model;

import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into the folder of a Vosk model. Stateless. */
final class ModelFolder {
    private static final Pattern RATE = Pattern.compile("(?m)^\\s*--sample-frequency=([0-9]{4,6})(\\.0*)?\\s*$");

    private ModelFolder() {}

    /**
     * The rate that a model understands. Vosk says nothing and recognises nothing when it is given another one.
     *
     * @throws ModelUnavailableException when the folder holds no model, or none that names its rate
     */
    static int sampleRateHz(Path folder, ModelKind kind) throws IOException, ModelUnavailableException {
        List<String> files = new ArrayList<>(kind.files());
        files.add(0, kind.rateFile());
        for (String needed : files) {
            if (!Files.exists(folder.resolve(needed))) {
                throw new ModelUnavailableException("%s holds no Vosk %smodel: %s is missing"
                        .formatted(folder, kind == ModelKind.SPEAKER ? "speaker " : "", needed));
            }
        }
        Matcher matcher = RATE.matcher(Files.readString(folder.resolve(kind.rateFile())));
        if (!matcher.find()) {
            throw new ModelUnavailableException(
                    "%s: %s names no --sample-frequency, so nobody knows which audio the model understands"
                            .formatted(folder, kind.rateFile()));
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Hashes of all files but hidden ones. */
    static FileHashes hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!file.getFileName().toString().startsWith(".")) {
                hashes.put(folder.relativize(file).toString().replace('\\', '/'), sha256(file));
            }
        }
        return new FileHashes(hashes);
    }

    /** One hash for the whole model. */
    static String hashOf(FileHashes files) {
        MessageDigest digest = Sha256.begin();
        files.byPath()
                .forEach((path, hash) -> digest.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
