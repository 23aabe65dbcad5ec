package io.callscope.analytics.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.classify.Explanation.Fate;
import io.callscope.analytics.classify.Explanation.Step;
import io.callscope.model.analysis.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final RulesClassifier CLASSIFIER = RulesClassifierTest.CLASSIFIER;

    private static Explanation of(String language, String... lines) {
        return CLASSIFIER.explain(Calls.metadata(language), Calls.call(language, lines));
    }

    private static List<Fate> fates(Explanation explanation, String target) {
        return explanation.steps().stream()
                .filter(step -> step.target().equals(target))
                .map(Step::fate)
                .toList();
    }

    @Test
    void namesThePatternAndTheWordsOfAMark() {
        // When
        Explanation explanation =
                of("ru", "A:добрый день слушаю вас", "C:мне обещали перезвонить вчера и никто так и не перезвонил");

        // Then
        List<Step> steps = explanation.steps().stream()
                .filter(one -> one.target().equals("certainty.promise-broken") && one.fate() == Fate.COUNTS)
                .toList();
        assertThat(steps).extracting(Step::words).anyMatch(words -> words.contains("обещали перезвонить"));
        assertThat(steps).extracting(Step::pattern).doesNotContainNull();
        assertThat(explanation.result().marks()).extracting(Mark::code).contains("certainty.promise-broken");
    }

    @Test
    void saysThatAnotherCodeHasTheWords() {
        // When
        Explanation explanation =
                of("ru", "C:обещали вернуть деньги до пятницы а деньги так и не вернули", "A:проверю");

        // Then the codes that lost their words are there, and no mark
        assertThat(explanation.result().marks())
                .extracting(Mark::code)
                .containsExactly("fair-treatment.refund-withheld");
        assertThat(fates(explanation, "fair-treatment.refund-withheld")).contains(Fate.COUNTS);
        assertThat(explanation.steps()).extracting(Step::fate).contains(Fate.TAKEN);
    }

    @Test
    void everyMarkHasAStepThatCounts() {
        // Given
        List<Explanation> explanations = List.of(
                of("ru", "C:звоню третий раз никто ничего не решает", "A:не могу помочь", "C:уйду к другому оператору"),
                of("en", "C:i was promised a call back and nobody called me back", "A:sorry", "C:this is ridiculous"));

        for (Explanation explanation : explanations) {
            // When
            var counting = explanation.steps().stream()
                    .filter(step -> step.fate() == Fate.COUNTS)
                    .map(Step::target)
                    .collect(Collectors.toSet());

            // Then
            assertThat(explanation.result().marks())
                    .isNotEmpty()
                    .extracting(Mark::code)
                    .isSubsetOf(counting);
        }
    }

    @Test
    void aLanguageWithoutPatternsIsNamed() {
        assertThatThrownBy(() -> of("de", "C:guten tag"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("language \"de\": expected one of [en, ru]");
    }
}
