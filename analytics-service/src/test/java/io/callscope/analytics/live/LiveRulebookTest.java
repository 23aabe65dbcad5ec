package io.callscope.analytics.live;

import static io.callscope.analytics.live.LiveFolder.CALL;
import static io.callscope.analytics.live.LiveFolder.CODE;
import static io.callscope.analytics.live.LiveFolder.analysis;
import static io.callscope.analytics.live.LiveFolder.codes;
import static io.callscope.analytics.live.LiveFolder.patterns;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.live.LiveRulebook.Look;
import io.callscope.model.analysis.CallAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulebookTest {
    private static final Instant NOW = Instant.parse("2026-10-12T12:00:00Z");

    @TempDir
    Path folder;

    private LiveRulebook live;

    @BeforeEach
    void copy() {
        LiveFolder.copyTo(folder);
        live = new LiveRulebook(new RulebookFiles(folder), LiveFolder.reader(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void takesAChangedPatternOverAndGivesItsResultsAnotherVersion() {
        // Given
        CallAnalysis before = analysis(live.get(), CALL);

        // When
        LiveFolder.change(folder);
        Look first = live.look();
        Look second = live.look();
        CallAnalysis after = analysis(live.get(), CALL);

        // Then
        assertThat(first).isEqualTo(Look.CHANGING);
        assertThat(second).isEqualTo(Look.TAKEN_OVER);
        assertThat(codes(before)).doesNotContain(CODE);
        assertThat(codes(after)).contains(CODE);
        assertThat(after.versions().key()).isNotEqualTo(before.versions().key());
        assertThat(live.look()).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void whatCannotBeUsedLeavesTheOneInForceAndIsSaidOnce() {
        // Given
        Rulebook inForce = live.get();
        ConfigDir.replace(folder.resolve("flags.yaml"), "signal: danger", "signal: dangr");

        // When
        live.look();
        Look refused = live.look();
        Look again = live.look();

        // Then
        assertThat(refused).isEqualTo(Look.REFUSED);
        assertThat(again).isEqualTo(Look.UNCHANGED);
        assertThat(live.get()).isSameAs(inForce);
        ConfigStatus.Refusal refusal = requireNonNull(live.status().refusal());
        assertThat(refusal.at()).isEqualTo(NOW);
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0)).contains("flags.yaml").contains("did you mean \"danger\"?");
    }

    @Test
    void aRefusalSaysNothingOfWhatStandsInTheFile() throws IOException {
        // Given: a pattern or an example may be what somebody said in a call
        Path patterns = patterns(folder);
        Files.writeString(
                patterns,
                Files.readString(patterns).replace("no-deadline: |\n", "no-deadline: |\n  (слова из звонка\n"));

        // When
        live.look();
        live.look();

        // Then
        assertThat(requireNonNull(live.status().refusal()).problems().toString())
                .contains("patterns/ru/certainty.yaml")
                .doesNotContain("из звонка");
    }

    @Test
    void theOneInForcePutBackEndsTheRefusal() {
        // Given
        ConfigDir.replace(folder.resolve("flags.yaml"), "signal: danger", "signal: dangr");
        live.look();
        live.look();

        // When
        ConfigDir.replace(folder.resolve("flags.yaml"), "signal: dangr", "signal: danger");
        live.look();

        // Then
        assertThat(live.status().refusal()).isNull();
    }

    @Test
    void aMendedChangeIsTakenOver() {
        // Given
        LiveFolder.change(folder);
        ConfigDir.replace(folder.resolve("flags.yaml"), "signal: danger", "signal: dangr");
        live.look();
        live.look();

        // When
        ConfigDir.replace(folder.resolve("flags.yaml"), "signal: dangr", "signal: danger");
        live.look();
        Look mended = live.look();

        // Then
        assertThat(mended).isEqualTo(Look.TAKEN_OVER);
        assertThat(codes(analysis(live.get(), CALL))).contains(CODE);
    }

    @Test
    void aHalfWrittenFileIsLeftAloneUntilItIsWhole() throws IOException {
        // Given: an editor writes the file in two strokes, and each look falls between them
        Rulebook inForce = live.get();
        LiveFolder.change(folder);
        byte[] whole = Files.readAllBytes(patterns(folder));

        // When
        Files.write(patterns(folder), java.util.Arrays.copyOf(whole, whole.length / 2));
        Look half = live.look();
        Files.write(patterns(folder), whole);
        Look nearly = live.look();
        Rulebook meanwhile = live.get();
        Look done = live.look();

        // Then
        assertThat(half).isEqualTo(Look.CHANGING);
        assertThat(nearly).isEqualTo(Look.CHANGING);
        assertThat(meanwhile).isSameAs(inForce);
        assertThat(done).isEqualTo(Look.TAKEN_OVER);
        assertThat(live.status().refusal()).isNull();
    }

    @Test
    void aFileThatIsAwayIsRefusedAndItsReturnIsNoticed() throws IOException {
        // Given
        Path flags = folder.resolve("flags.yaml");
        byte[] content = Files.readAllBytes(flags);
        Rulebook inForce = live.get();

        // When
        Files.delete(flags);
        live.look();
        Look gone = live.look();
        Files.write(flags, content);
        live.look();

        // Then
        assertThat(gone).isEqualTo(Look.REFUSED);
        assertThat(live.get()).isSameAs(inForce);
        assertThat(live.status().refusal()).isNull();
    }

    @Test
    void cardsAreMadeWithTheRulesOfTheirAnalysisAlsoAfterAChange() {
        // Given: an analysis is made, then the rule that flagged it goes, then the analysis is stored
        LiveCardRules cards = new LiveCardRules(live);
        Rulebook before = live.get();
        CallAnalysis made = analysis(before, CALL);

        // When
        ConfigDir.replace(folder.resolve("flags.yaml"), "- id: danger\n", "- id: danger-renamed\n");
        live.look();
        live.look();
        Rulebook after = live.get();

        // Then
        assertThat(after).isNotSameAs(before);
        assertThat(cards.of(made.versions()).flags()).isSameAs(before.flags());
        assertThat(cards.of(analysis(after, CALL).versions()).flags()).isSameAs(after.flags());
    }
}
