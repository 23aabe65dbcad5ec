package io.callscope.analytics.accuracy.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.model.analysis.Force;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerLabelsTest {
    private static final long REVIEW = 7;

    private final Map<String, String> answers = new HashMap<>();

    private @Nullable Label said(Item item) {
        Catalogue catalogue =
                Catalogue.of(Scorecards.load(ConfigDir.shipped()), CodebookLoader.load(ConfigDir.shipped()));
        EvidenceRows rows = new EvidenceRows(
                List.of(),
                Map.of(REVIEW, answers),
                MachineLabels.none(),
                MachineLabels.none(),
                Map.of(),
                Map.of(),
                0,
                Map.of());
        return new AnswerLabels(catalogue, rows).said(item, REVIEW);
    }

    private void answer(Force force, String answer) {
        answers.put(EvidenceRows.subject("force", force.id()), answer);
    }

    @Test
    void oneBarrierIsABarrierOfAnyForce() {
        // Given
        answer(Force.CONTROL, "yes");

        // When, Then
        assertThat(said(Item.anyForce())).isEqualTo(Label.MARKED);
        assertThat(said(Item.force(Force.STATUS))).isNull();
    }

    @Test
    void noBarrierIsKnownOfAllForcesTogetherOnly() {
        // Given
        for (Force force : Force.values()) {
            if (force != Force.STATUS) {
                answer(force, "no");
            }
        }
        @Nullable Label before = said(Item.anyForce());
        answer(Force.STATUS, "no");

        // When, Then
        assertThat(before).isNull();
        assertThat(said(Item.anyForce())).isEqualTo(Label.CLEAR);
    }

    @Test
    void aCodeIsNotThereWhereItsForceWasAnsweredWithoutIt() {
        // Given
        Item code = Item.code("control.self-service-failed");
        @Nullable Label before = said(code);
        answer(Force.CONTROL, "no");

        // When, Then
        assertThat(before).isNull();
        assertThat(said(code)).isEqualTo(Label.CLEAR);
    }
}
