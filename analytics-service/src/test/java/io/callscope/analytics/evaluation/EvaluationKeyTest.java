package io.callscope.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.analysis.Versions;
import org.junit.jupiter.api.Test;

class EvaluationKeyTest {
    private static Versions versions(String criteria) {
        return new Versions("asr", "hash", "transcript", "hybrid", "1", "codebook", "flags", "talk", criteria);
    }

    private static final Versions WITHOUT =
            new Versions("asr", "hash", "transcript", "hybrid", "1", "codebook", "flags", "talk");

    @Test
    void onlyScorecardsThatAskAModelHaveAnotherVersionWithOtherQuestions() {
        // Then: one that asks nothing goes on
        assertThat(EvaluationKey.of("card", false, versions("a"), "text"))
                .isEqualTo(EvaluationKey.of("card", false, versions("b"), "text"))
                .isEqualTo(EvaluationKey.of("card", false, WITHOUT, "text"));
        // Then: one that asks has a version for each way of asking, and without answers the one it had before
        assertThat(EvaluationKey.of("card", true, versions("a"), "text"))
                .isNotEqualTo(EvaluationKey.of("card", true, versions("b"), "text"))
                .isNotEqualTo(EvaluationKey.of("card", true, WITHOUT, "text"));
        assertThat(EvaluationKey.of("card", true, WITHOUT, "text"))
                .isEqualTo(EvaluationKey.of("card", false, WITHOUT, "text"));
    }
}
