package io.callscope.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.CallTranscribed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as the first release wrote them. These files are never edited: what cannot read them breaks a site's log. */
class FixturesTest {
    private static final Map<String, Class<? extends Record>> TYPES = Map.of(
            "call-recorded", CallRecorded.class,
            "call-imported", CallImported.class,
            "call-transcribed", CallTranscribed.class,
            "call-analyzed", CallAnalyzed.class);

    private final Schemas schemas = new Schemas();

    static List<String> names() {
        return TYPES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsAFullOne(String name) {
        // When
        Record read = EventJson.read(fixture(name + ".full"), TYPES.get(name));

        // Then
        assertThat(read).isEqualTo(Samples.ofTheFirstRelease().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsOneOfANewerReleaseAndPassesOverWhatItDoesNotKnow(String name) {
        // When
        Record read = EventJson.read(fixture(name + ".newer"), TYPES.get(name));

        // Then
        assertThat(read).isEqualTo(Samples.ofTheFirstRelease().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsOneWithoutAnythingOptional(String name) throws IOException {
        // Given
        byte[] small = fixture(name + ".small");

        // When
        Record read = EventJson.read(small, TYPES.get(name));

        // Then
        assertThat(schemas.validator(name).validate(EventJson.mapper().readTree(small)))
                .isEmpty();
        assertThat(EventJson.read(EventJson.write(read), TYPES.get(name))).isEqualTo(read);
    }

    @Test
    void fillsWhatAnOldEventDoesNotSay() {
        // When
        CallTranscribed read = EventJson.read(fixture("call-transcribed.small"), CallTranscribed.class);

        // Then
        assertThat(read.audio()).isNull();
        assertThat(read.waveform()).isNull();
        assertThat(read.transcript().utterances()).isEmpty();
        assertThat(read.transcript().asrModelHash()).isNull();
        assertThat(read.metadata().channelParties()).isEmpty();
        assertThat(read.metadata().attributes()).isEmpty();
        assertThat(read.metadata().customer()).isNull();
    }

    @Test
    void readsOneWithAWaveform() {
        // When
        Record read = EventJson.read(fixture("call-transcribed.waveform"), CallTranscribed.class);

        // Then
        assertThat(read).isEqualTo(Samples.transcribedWithWaveform());
    }

    @Test
    void readsOneWithRewritesPartiesAndACopyToBePlayed() {
        // When
        Record read = EventJson.read(fixture("call-transcribed.written"), CallTranscribed.class);

        // Then
        assertThat(read).isEqualTo(Samples.transcribed());
    }

    @Test
    void readsOneWithTalkAndWhatALanguageModelAdds() {
        // When
        Record read = EventJson.read(fixture("call-analyzed.llm"), CallAnalyzed.class);

        // Then
        assertThat(read).isEqualTo(Samples.analyzedWithoutCriteria());
    }

    @Test
    void readsOneWithRepliesToScorecards() {
        // When
        Record read = EventJson.read(fixture("call-analyzed.criteria"), CallAnalyzed.class);

        // Then
        assertThat(read).isEqualTo(Samples.analyzed());
    }

    private static byte[] fixture(String name) {
        String resource = "/fixtures/v1/" + name + ".json";
        try (InputStream stream = Objects.requireNonNull(FixturesTest.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
