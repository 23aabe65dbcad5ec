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
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.talk.TalkStretches;
import io.callscope.model.transcript.Utterance;
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
        return RULES.evaluate(Calls.metadata("ru"), new FlagBasis(call, null, List.of())).stream()
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

    private static TalkMetrics talk(TalkStretches deadAir, CallEnd end) {
        return new TalkMetrics(
                100_000, 40_000, null, 0L, deadAir, TalkStretches.NONE, null, null, null, null, null, end);
    }

    private static final CallEnd PLAIN_END = new CallEnd(1_000L, 30_000L, true);

    private static List<Flag> flags(FlagRules rules, TalkMetrics talk) {
        List<Utterance> said = List.of(
                new Utterance(0, 1, Party.AGENT, 0, 2_000, "добрый день", null, List.of()),
                new Utterance(1, 0, Party.CUSTOMER, 3_000, 5_000, "мой заказ", null, List.of()),
                new Utterance(2, 1, Party.AGENT, 66_000, 67_000, "нашла", null, List.of()));
        Classification nothing = Classification.notJudged(Verdict.JUDGED, List.of(), "refund");
        return rules.evaluate(Calls.metadata("ru"), new FlagBasis(nothing, talk, said));
    }

    @Test
    void aLongSilenceIsFlaggedWithTheLastWordsBeforeIt() {
        // Given
        TalkStretches minute = TalkStretches.of(List.of(new TalkSpan(5_000, 65_000)));
        TalkStretches less = TalkStretches.of(List.of(new TalkSpan(5_000, 34_999)));
        TalkStretches share = TalkStretches.of(List.of(new TalkSpan(5_000, 20_000), new TalkSpan(40_000, 55_000)));

        // When Then
        assertThat(flags(RULES, talk(minute, PLAIN_END)))
                .containsExactly(new Flag("long-silence", 3, List.of(new Evidence(1, 0, 9, 3_000, 5_000))));
        assertThat(flags(RULES, talk(less, PLAIN_END))).isEmpty();
        assertThat(flags(RULES, talk(share, PLAIN_END))).extracting(Flag::rule).containsExactly("long-silence");
    }

    @Test
    void whatCannotBeKnownHoldsForNoCall(@TempDir Path config) throws IOException {
        // Given
        FlagRules rules = rules(config, "[{agentTalkPercent: 1}, {overtalkPercent: 1}, {agentInterruptions: 1}]");
        TalkMetrics unknown = talk(TalkStretches.NONE, PLAIN_END);

        // When Then
        assertThat(flags(rules, unknown)).isEmpty();
    }

    @Test
    void aCallIsDroppedWhenItEndsSoonAfterTheCustomerWithoutAFarewell(@TempDir Path config) throws IOException {
        // Given
        FlagRules rules = rules(config, "[{droppedWithinSec: 15}]");

        // When Then
        assertThat(flags(rules, talk(TalkStretches.NONE, new CallEnd(1_000L, 15_000L, false))))
                .containsExactly(new Flag("one", 3, List.of(new Evidence(1, 0, 9, 3_000, 5_000))));
        assertThat(flags(rules, talk(TalkStretches.NONE, new CallEnd(1_000L, 15_001L, false))))
                .isEmpty();
        assertThat(flags(rules, talk(TalkStretches.NONE, new CallEnd(1_000L, 15_000L, true))))
                .isEmpty();
        assertThat(flags(rules, talk(TalkStretches.NONE, new CallEnd(1_000L, 15_000L, null))))
                .isEmpty();
    }

    @Test
    void anOverduePromiseIsForNoAnalysisToSay(@TempDir Path config) throws IOException {
        // Given
        FlagRules rules = rules(config, "[{promise: overdue}]");
        Signal made = new Signal("promise-made", Party.AGENT, List.of(WORDS));

        // When Then
        assertThat(rules.decidedLater()).containsExactly("one");
        assertThat(RULES.decidedLater()).containsExactly("promise-overdue");
        assertThat(flags(Resolution.UNRESOLVED, null, List.of(made))).isEmpty();
        assertThatThrownBy(() -> rules(config, "[{promise: kept}]"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("overdue");
        assertThatThrownBy(() -> rules(config, "[{promise: overdue}, {signal: danger}]"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("no condition beside it");
    }

    private static FlagRules rules(Path config, String any) throws IOException {
        Files.writeString(config.resolve("flags.yaml"), """
                flags:
                  - id: one
                    name: {ru: "Раз", en: "One"}
                    on: true
                    priority: 3
                    any: %s
                """.formatted(any));
        return FlagRules.load(config, CODEBOOK);
    }

    @Test
    void shipsEveryRuleAndNamesItInBothLanguages() {
        assertThat(RULES.rules()).hasSize(18).allSatisfy(rule -> {
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
