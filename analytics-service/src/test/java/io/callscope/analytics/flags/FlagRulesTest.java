package io.callscope.analytics.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.classify.Calls;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagRulesTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final FlagRules RULES = FlagRules.load(ConfigDir.shipped(), CODEBOOK);
    private static final Evidence WORDS = new Evidence(1, 0, 5, 2_000, 2_500);

    private static Mark mark(String code, Polarity polarity, int severity) {
        Force force = Force.ofId(code.substring(0, code.indexOf('.')));
        return new Mark(
                force, code, polarity, "use", severity, Party.CUSTOMER, List.of(WORDS), "billing", 0.8, "rules");
    }

    private static List<String> flags(Resolution resolution, Integer contact, List<Signal> signals, Mark... marks) {
        RepeatContact repeat =
                contact == null ? RepeatContact.notSaid() : new RepeatContact(true, contact, "none", List.of(WORDS));
        Classification call = new Classification(Verdict.JUDGED, List.of(marks), signals, "refund", repeat, resolution);
        return RULES.evaluate(Calls.metadata("ru"), call).stream()
                .map(Flag::rule)
                .toList();
    }

    private static Signal signal(String id) {
        return new Signal(id, Party.CUSTOMER, List.of(WORDS));
    }

    @Test
    void moneyIsFlaggedUntilItIsResolved() {
        Mark mark = mark("fair-treatment.wrong-charge", Polarity.BARRIER, 2);
        assertThat(flags(Resolution.UNRESOLVED, null, List.of(), mark)).containsExactly("money-unfair");
        assertThat(flags(Resolution.RESOLVED, null, List.of(), mark)).isEmpty();
        assertThat(flags(
                        Resolution.UNRESOLVED,
                        null,
                        List.of(),
                        mark("fair-treatment.wrong-charge", Polarity.BARRIER, 1)))
                .isEmpty();
    }

    @Test
    void aThirdContactIsFlaggedAndASecondIsNot() {
        assertThat(flags(Resolution.UNKNOWN, 3, List.of())).containsExactly("third-call");
        assertThat(flags(Resolution.UNKNOWN, 2, List.of())).isEmpty();
        assertThat(flags(Resolution.RESOLVED, 3, List.of())).isEmpty();
    }

    @Test
    void theMostUrgentComesFirst() {
        assertThat(flags(
                        Resolution.UNRESOLVED,
                        null,
                        List.of(signal("wants-supervisor"), signal("danger")),
                        mark("enjoyment.slow", Polarity.BARRIER, 3)))
                .containsExactly("danger", "churn-risk", "supervisor-refused");
    }

    @Test
    void thanksNeedsTwoDriversOrOneOfBelonging() {
        Mark fast = mark("enjoyment.fast-and-easy", Polarity.DRIVER, 0);
        Mark clear = mark("certainty.clear-explanation", Polarity.DRIVER, 0);
        Mark care = mark("belonging.care-shown", Polarity.DRIVER, 0);
        assertThat(flags(Resolution.RESOLVED, null, List.of(), fast)).isEmpty();
        assertThat(flags(Resolution.RESOLVED, null, List.of(), fast, clear)).containsExactly("thanks");
        assertThat(flags(Resolution.RESOLVED, null, List.of(), care)).containsExactly("thanks");
    }

    @Test
    void shipsEveryRuleAndNamesItInBothLanguages() {
        assertThat(RULES.rules()).hasSize(16).allSatisfy(rule -> {
            assertThat(RULES.name(rule.id(), "ru")).isNotEqualTo(rule.id());
            assertThat(RULES.name(rule.id(), "en")).isNotEqualTo(rule.id());
        });
        assertThat(RULES.hash()).hasSize(64);
    }

    @Test
    void reportsEveryMistakeOfTheFile(@TempDir Path config) throws IOException {
        // Given
        Files.writeString(config.resolve("flags.yaml"), """
                flags:
                  - id: a
                    name: {ru: "А", en: "A"}
                    on: true
                    priority: 9
                    any: [{signal: dangr}]
                  - id: b
                    name: {ru: "Б", en: "B"}
                    on: true
                    priority: 1
                    needs: scorecards
                  - id: a
                    name: {ru: "В", en: "C"}
                    on: true
                    priority: 1
                    any: [{forse: control}]
                """);

        // Then
        assertThatThrownBy(() -> FlagRules.load(config, CODEBOOK))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("priority")
                .hasMessageContaining("did you mean \"danger\"")
                .hasMessageContaining("while the rule needs scorecards")
                .hasMessageContaining("did you mean \"force\"")
                .hasMessageContaining("an id of its own");
    }
}
