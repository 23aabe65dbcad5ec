package io.callscope.model.analysis;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a language model adds to an analysis beside marks, and how far it is to be trusted. What it cost is no part of it:
 * a replay out of a cache has the same report.
 *
 * @param modelId the model by its endpoint's name
 * @param parameters what else of the model decides its answers
 * @param promptHash SHA-256 in hex over everything it was told besides the call
 * @param windows parts the call was asked about in, 1 or more; they overlap
 * @param summary of the call, in its language, in the model's own words; null when it gave none
 * @param nextStep what should be done next, likewise; null when there is nothing to do
 * @param claimed how many claims of the model had to name their words, 0 or more
 * @param located how many of them name words that were said, at most {@code claimed}; the others are dropped
 * @param disagreements where the rules say otherwise
 * @param criteria answers to questions of scorecards; null when none was asked
 */
public record ModelReport(
        String modelId,
        String parameters,
        String promptHash,
        int windows,
        @Nullable String summary,
        @Nullable String nextStep,
        int claimed,
        int located,
        List<Disagreement> disagreements,
        @Nullable ModelCriteria criteria) {
    public ModelReport {
        Objects.requireNonNull(modelId, "modelId");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(promptHash, "promptHash");
        disagreements = disagreements == null ? List.of() : List.copyOf(disagreements);
        if (windows < 1) {
            throw new IllegalArgumentException("windows %d: expected 1 or more".formatted(windows));
        }
        if (located < 0 || claimed < located) {
            throw new IllegalArgumentException(
                    "located %d of %d claims: expected 0 <= located <= claimed".formatted(located, claimed));
        }
    }

    /** Of a model that no scorecard asked anything. */
    public ModelReport(
            String modelId,
            String parameters,
            String promptHash,
            int windows,
            @Nullable String summary,
            @Nullable String nextStep,
            int claimed,
            int located,
            List<Disagreement> disagreements) {
        this(modelId, parameters, promptHash, windows, summary, nextStep, claimed, located, disagreements, null);
    }

    /** Words of the call may be in the summary: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "ModelReport[modelId=%s, windows=%d, located=%d of %d, disagreements=%d]"
                .formatted(modelId, windows, located, claimed, disagreements.size());
    }
}
