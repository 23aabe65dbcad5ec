package io.callscope.analytics.accuracy.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is compared of calls as they come in. What the machine finds in them stands beside: its share of each answer. */
public enum InputFeature {
    /** How sure recognition was of the words, weighted by their length, 0 to 1. */
    RECOGNITION(0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95),
    /** Minutes. */
    LENGTH(0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0),
    /** Share of the call in long silence. */
    SILENCE(0.02, 0.05, 0.1, 0.2, 0.3, 0.5),
    /** Share in which both talk. */
    OVERTALK(0.005, 0.01, 0.02, 0.05, 0.1, 0.2),
    /** The agent's share of what both say. */
    TALK(0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    LANGUAGE,
    QUEUE,
    DIRECTION,
    /** Whether the call could be judged. */
    VERDICT,
    /** Whether the contact reason is none of the codebook's. */
    REASON,
    /** Barriers marked in a judged call. */
    BARRIERS(1.0, 2.0, 3.0, 5.0);

    private final List<Double> edges;

    InputFeature(Double... edges) {
        this.edges = List.of(edges);
    }

    /** The word for it in the store, texts and the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where one bin ends and the next begins; none for what is named and not measured. */
    public List<Double> edges() {
        return edges;
    }

    public boolean isMeasured() {
        return !edges.isEmpty();
    }

    /** Which one it is; empty for an answer of the machine. */
    public static Optional<InputFeature> of(String id) {
        return Arrays.stream(values())
                .filter(feature -> feature.id().equals(id))
                .findFirst();
    }
}
