package io.callscope.analytics.web.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.web.audio.PlayableAudio.State;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlayableAudioTest {
    private static final AudioManifest RECORDING = CallFixtures.audio("a1".repeat(32));
    private static final AudioManifest COPY = CallFixtures.audio("b2".repeat(32));
    private static final Transcript CLEAN = CallFixtures.transcript("ru", "К добрый день");
    private static final Transcript REDACTED = CallFixtures.redacted();

    @Test
    void theCopyComesBeforeTheRecording() {
        assertThat(of(RECORDING, CLEAN, COPY)).isEqualTo(present(COPY));
        assertThat(of(RECORDING, REDACTED, COPY)).isEqualTo(present(COPY));
    }

    @Test
    void aRecordingWithoutPersonalDataIsPlayedItself() {
        assertThat(of(RECORDING, CLEAN, null)).isEqualTo(present(RECORDING));
    }

    @Test
    void aRecordingWithPersonalDataIsWithheldWhateverTheSiteSays() {
        assertThat(of(RECORDING, REDACTED, null)).isEqualTo(absent(State.WITHHELD));
        assertThat(PlayableAudio.of(detail(RECORDING, REDACTED, null), true)).isEqualTo(absent(State.WITHHELD));
    }

    @Test
    void aRecordingOfWhichNobodyKnowsWaitsUnlessTheSiteSaysOtherwise() {
        assertThat(of(RECORDING, null, null)).isEqualTo(absent(State.UNTRANSCRIBED));
        assertThat(PlayableAudio.of(detail(RECORDING, null, null), true)).isEqualTo(present(RECORDING));
    }

    @Test
    void aCallThatCameAsTextHasNone() {
        assertThat(of(null, CLEAN, null)).isEqualTo(absent(State.NONE));
        assertThat(of(null, REDACTED, null)).isEqualTo(absent(State.NONE));
        assertThat(of(null, null, null)).isEqualTo(absent(State.NONE));
    }

    private static PlayableAudio of(
            @Nullable AudioManifest recording, @Nullable Transcript transcript, @Nullable AudioManifest copy) {
        return PlayableAudio.of(detail(recording, transcript, copy), false);
    }

    private static PlayableAudio present(AudioManifest manifest) {
        return new PlayableAudio(State.PRESENT, manifest);
    }

    private static PlayableAudio absent(State state) {
        return new PlayableAudio(state, null);
    }

    private static CallDetail detail(
            @Nullable AudioManifest recording, @Nullable Transcript transcript, @Nullable AudioManifest copy) {
        CallEntry entry =
                new CallEntry(new CallId("c1"), null, null, recording, null, null, null, null, null, null, null, null);
        StoredTranscript stored = transcript == null
                ? null
                : new StoredTranscript(transcript, transcript.hash(), CallFixtures.STARTED, 900, List.of(), copy);
        return new CallDetail(entry, stored, null, null, null, List.of());
    }
}
