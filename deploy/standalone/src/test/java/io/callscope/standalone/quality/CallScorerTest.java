package io.callscope.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.classify.CodebookPhrases;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.model.call.Party;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.KeywordCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallScorerTest {
    private final CallScorer scorer = new CallScorer("en", Optional.empty());

    @Test
    void caseAndPunctuationCountOnlyAsWritten() {
        // Given
        ReferenceCall said = Spoken.said("c", "agent: Good day!", "customer: I paid $20.");

        // When
        CallScore score =
                scorer.score(said, Spoken.heard(2, 0.9, "agent: good day", "customer: i paid twenty dollars"));

        // Then
        PartyScore agent = score.parties().get(0);
        assertThat(agent.words()).isEqualTo(new ErrorCounts(2, 0, 0, 0));
        assertThat(agent.characters().cer()).isZero();
        assertThat(agent.rawWords().wer()).isEqualTo(1);
        assertThat(agent.rawCharacters().errors()).isEqualTo(2);
        assertThat(score.confidence()).hasValue(0.9);
    }

    @Test
    void swappedPartiesCountOnlyWhereRolesAreFixed() {
        // Given
        ReferenceCall said = Spoken.said("c", "agent: good day", "customer: hello there");

        // When
        CallScore score = scorer.score(said, Spoken.heard(1, 0.9, "customer: good day", "agent: hello there"));

        // Then
        assertThat(score.words()).isEqualTo(new ErrorCounts(4, 0, 0, 0));
        assertThat(score.roleFixed().errors()).isEqualTo(4);
        assertThat(score.parties()).extracting(PartyScore::party).containsExactly(Party.AGENT, Party.CUSTOMER);
    }

    @Test
    void wordsOfNobodyAreInsertions() {
        // Given
        ReferenceCall said = Spoken.said("c", "agent: good day", "customer: hello there");

        // When
        CallScore score =
                scorer.score(said, Spoken.heard(1, 0.9, "agent: good day", "customer: hello there", "unknown: beep"));

        // Then
        assertThat(score.words()).isEqualTo(new ErrorCounts(4, 0, 0, 1));
    }

    @Test
    void aReferenceWithoutPartiesTakesAllThatWasHeardInOrderOfTime() {
        // Given
        ReferenceCall said = Spoken.said("c", "unknown: good day hello there");

        // When
        CallScore score = scorer.score(said, Spoken.heard(1, 0.9, "customer: good day", "agent: hello"));

        // Then
        assertThat(score.words()).isEqualTo(new ErrorCounts(3, 0, 1, 0));
        assertThat(score.roleFixed()).isEqualTo(score.words());
        assertThatThrownBy(() -> scorer.score(said, Spoken.heard(2, 0.9, "agent: good day")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c.wav has 2 channels: expected c.agent.txt and c.customer.txt instead of c.txt");
    }

    @Test
    void countsThePhrasesThatTheCodebookAsksFor() {
        // Given
        CodebookPhrases phrases = CodebookPhrases.of(CodebookLoader.load(Path.of("..", "config")), "en")
                .orElseThrow();
        CallScorer withPhrases = new CallScorer("en", Optional.of(phrases));
        ReferenceCall said = Spoken.said(
                "c", "agent: good day", "customer: nobody can tell me where it is", "customer: fine weather");

        // When
        CallScore good = withPhrases.score(
                said, Spoken.heard(2, 0.9, "agent: good day", "customer: nobody can tell me where it is fine weather"));
        CallScore bad = withPhrases.score(
                said, Spoken.heard(2, 0.9, "agent: good day", "customer: nobody can sell me where it is fine weather"));

        // Then
        KeywordCounts all = new PooledScore(List.of(good)).keywords();
        assertThat(all.said()).isPositive();
        assertThat(all.hits()).isEqualTo(all.said());
        assertThat(new PooledScore(List.of(bad)).keywords().hits()).isLessThan(all.hits());
        assertThat(new PooledScore(List.of(good)).phrases().keySet()).noneMatch(phrase -> phrase.contains("weather"));
    }
}
