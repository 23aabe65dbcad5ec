package io.callscope.transcribe.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callscope.kit.config.MappingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which models there are, and which ones may serve a language. Immutable.
 *
 * @param languages by language, ids of models in order of preference
 * @param speaker ids of the models that tell voices apart, in order of preference; empty where none may
 * @param models every model
 */
public record ModelCatalogue(Map<String, List<String>> languages, List<String> speaker, List<ModelEntry> models) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @throws IllegalArgumentException when an id is there twice, is not there, or understands another language
     */
    public ModelCatalogue {
        languages = java.util.Collections.unmodifiableMap(
                new LinkedHashMap<>(Objects.requireNonNull(languages, "languages is required")));
        speaker = speaker == null ? List.of() : List.copyOf(speaker);
        models = List.copyOf(Objects.requireNonNull(models, "models is required"));
        long ids = models.stream().map(ModelEntry::id).distinct().count();
        if (ids != models.size()) {
            throw new IllegalArgumentException("models: an id is there twice");
        }
        for (Map.Entry<String, List<String>> language : languages.entrySet()) {
            for (String id : language.getValue()) {
                ModelEntry model = required(models, "languages." + language.getKey(), id);
                if (!model.language().equals(language.getKey())) {
                    throw new IllegalArgumentException(
                            "languages.%s: model %s understands %s".formatted(language.getKey(), id, model.language()));
                }
            }
        }
        for (String id : speaker) {
            if (required(models, "speaker", id).kind() != ModelKind.SPEAKER) {
                throw new IllegalArgumentException("speaker: model %s is none of kind speaker".formatted(id));
            }
        }
    }

    /** A catalogue without speaker models. */
    public ModelCatalogue(Map<String, List<String>> languages, List<ModelEntry> models) {
        this(languages, List.of(), models);
    }

    private static ModelEntry required(List<ModelEntry> models, String where, String id) {
        return models.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: no model has the id %s".formatted(where, id)));
    }

    /**
     * Reads a catalogue written as YAML.
     *
     * @throws IllegalArgumentException naming the file, the place in it, and what was expected
     * @throws IOException when the file cannot be read
     */
    public static ModelCatalogue load(Path file) throws IOException {
        byte[] yaml = Files.readAllBytes(file);
        try {
            return YAML.readValue(yaml, ModelCatalogue.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, MappingProblem.of(e)), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    public Optional<ModelEntry> model(String id) {
        return models.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Models that tell voices apart, the preferred one first. */
    public List<ModelEntry> speakerModels() {
        return speaker.stream().map(id -> model(id).orElseThrow()).toList();
    }

    /** Models for a language, the preferred one first; empty when there is none. */
    public List<ModelEntry> modelsFor(String language) {
        return languages.getOrDefault(language, List.of()).stream()
                .map(id -> model(id).orElseThrow())
                .toList();
    }
}
