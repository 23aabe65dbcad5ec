package io.callscope.transcribe.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model does, and by which files it is known. */
public enum ModelKind {
    /** Turns the speech of one language into words: a Vosk model. */
    SPEECH("conf/mfcc.conf", List.of("am/final.mdl", "graph")),
    /** Tells voices apart, whatever they say: a Vosk speaker model. */
    SPEAKER("mfcc.conf", List.of("final.ext.raw", "mean.vec", "transform.mat"));

    private final String rateFile;
    private final List<String> files;

    ModelKind(String rateFile, List<String> files) {
        this.rateFile = rateFile;
        this.files = files;
    }

    /** The file that names the only rate it understands. */
    String rateFile() {
        return rateFile;
    }

    /** What else there must be. */
    List<String> files() {
        return files;
    }

    /** The word for this value in the catalogue. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    @JsonCreator
    public static ModelKind ofId(String id) {
        for (ModelKind value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("kind \"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(ModelKind::id).collect(Collectors.joining(", "))));
    }
}
