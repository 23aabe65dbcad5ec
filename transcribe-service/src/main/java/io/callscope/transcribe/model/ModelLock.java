package io.callscope.transcribe.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * What a model's files were when they came here first. Lies beside the model's folder as {@code ID.lock.json}, and
 * stays when the folder is deleted, so a later download is held against it.
 *
 * @param id the model
 * @param source where it came from
 * @param recordedAt when, ISO 8601
 * @param files SHA-256 by path
 */
record ModelLock(String id, String source, String recordedAt, Map<String, String> files) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Path fileOf(Path modelsDir, String id) {
        return modelsDir.resolve(id + ".lock.json");
    }

    static Optional<ModelLock> read(Path modelsDir, String id) throws IOException {
        Path file = fileOf(modelsDir, id);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), ModelLock.class))
                : Optional.empty();
    }

    void write(Path modelsDir) throws IOException {
        Path temporary = Files.createTempFile(modelsDir, ".lock", ".tmp");
        try {
            Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(temporary, fileOf(modelsDir, id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
