package io.callscope.analytics.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldScoreTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("gold.jsonl"), List.of(lines));
    }

    private static String call(String id, String barriers) {
        return "{\"id\":\"" + id + "\",\"language\":\"ru\",\"later\":1,\"utterances\":[{\"party\":\"customer\","
                + "\"startMs\":0,\"endMs\":900,\"text\":\"да\"}],\"gold\":{\"barriers\":[" + barriers
                + "],\"drivers\":[],\"repeatSaid\":false,\"repeatCause\":null,\"resolution\":\"unknown\","
                + "\"evidenceSufficient\":true}}";
    }

    /** Hears a barrier to control in every call. */
    private static final class AlwaysControl implements CallClassifier {
        @Override
        public Classification classify(CallMetadata metadata, Transcript transcript) {
            Mark mark = new Mark(
                    Force.CONTROL,
                    "control.imposed",
                    Polarity.BARRIER,
                    "use",
                    2,
                    Party.CUSTOMER,
                    List.of(new Evidence(0, 0, 2, 0, 900)),
                    "product",
                    0.9,
                    "always");
            return new Classification(
                    Verdict.JUDGED, List.of(mark), List.of(), "other", RepeatContact.notSaid(), Resolution.UNKNOWN);
        }

        @Override
        public String kind() {
            return "always";
        }

        @Override
        public String version() {
            return "1";
        }
    }

    @Test
    void countsPairsOfCallAndForce() throws IOException {
        // Given
        Path gold = file(
                call("a", "{\"force\":\"control\",\"code\":\"control.no-choice\",\"utterances\":[0]}"),
                call("b", "{\"force\":\"status\",\"stage\":\"support\",\"utterances\":[0]}"),
                call("c", ""));

        // When
        GoldScore score = GoldScore.of(GoldFile.read(gold, CODEBOOK), new AlwaysControl());

        // Then
        assertThat(score.forces().get(Force.CONTROL).precision()).hasValueCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.forces().get(Force.CONTROL).recall()).hasValue(1);
        assertThat(score.forces().get(Force.STATUS).recall()).hasValue(0);
        assertThat(score.forces().get(Force.BELONGING).f1()).isEmpty();
        // one hit, two false alarms, one miss
        assertThat(score.microF1()).isCloseTo(2.0 / 5, within(1e-12));
        assertThat(score.resolutionHits()).isEqualTo(3);
        assertThat(score.barrierCodes().get("control.no-choice").fn()).isOne();
    }

    @Test
    void unknownIdsAreNamedWithTheirLine() throws IOException {
        // Given
        Path gold = file(
                call("a", "{\"force\":\"contrl\",\"utterances\":[0]}"),
                call("b", "{\"force\":\"status\",\"stage\":\"suport\",\"utterances\":[7]}"));

        // Then
        assertThatThrownBy(() -> GoldFile.read(gold, CODEBOOK))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("line 1 (a): force: found \"contrl\"")
                .hasMessageContaining("line 2 (b): stage: found \"suport\"")
                .hasMessageContaining("an index from 0 to 0");
    }
}
