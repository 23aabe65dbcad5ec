package io.callscope.transcribe.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.model.transcript.Waveform;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.channels.ChannelLayout;
import io.callscope.transcribe.diarize.VoiceSpan;
import io.callscope.transcribe.diarize.Voices;
import io.callscope.transcribe.recognize.AsrModel;
import io.callscope.transcribe.recognize.Recognition;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartyFinderTest {
    private static final Voices TWO = new Voices(2, List.of(new VoiceSpan(0, 9_000, 0, 1)));
    private static final List<Spoken> CUSTOMER_FIRST =
            List.of(spoken(0, "i am calling for the third time"), spoken(1, "how can i help you"));

    private PartyFinder finder;

    @BeforeEach
    void loadPhrases() throws Exception {
        finder = new PartyFinder(new RoleFinder(AgentPhrases.load(Path.of("../deploy/config/agent-phrases.yaml"))));
    }

    @Test
    void whatTheMetadataSayStandsAgainstEveryWord() {
        // Given
        CallMetadata metadata = metadata(Party.AGENT, Party.CUSTOMER);

        // When
        PartyFinding finding =
                finder.find(metadata, recognition(2, ChannelLayout.APART, Voices.UNKNOWN), CUSTOMER_FIRST);

        // Then
        assertThat(finding.bySide()).containsExactly(Party.AGENT, Party.CUSTOMER);
        assertThat(finding.parties().roles()).isEqualTo(RoleSource.METADATA);
        assertThat(finding.parties().separation()).isEqualTo(Separation.CHANNELS);
        assertThat(finding.warnings()).isEmpty();
    }

    @Test
    void withoutMetadataTheWordsSayWhoseChannelItIs() {
        // When
        PartyFinding finding =
                finder.find(metadata(), recognition(2, ChannelLayout.APART, Voices.UNKNOWN), CUSTOMER_FIRST);

        // Then
        assertThat(finding.of(1)).isEqualTo(Party.AGENT);
        assertThat(finding.of(0)).isEqualTo(Party.CUSTOMER);
        assertThat(finding.parties().roles()).isEqualTo(RoleSource.WORDS);
        assertThat(finding.parties().roleConfidence()).isGreaterThan(0.7);
    }

    @Test
    void twoVoicesOfOneChannelAreNeverTakenWithoutAWarning() {
        // When
        PartyFinding finding =
                finder.find(metadata(Party.AGENT), recognition(1, ChannelLayout.ONE_CHANNEL, TWO), CUSTOMER_FIRST);

        // Then
        assertThat(finding.of(1)).isEqualTo(Party.AGENT);
        assertThat(finding.parties().separation()).isEqualTo(Separation.VOICES);
        assertThat(finding.warnings()).startsWith(TranscriptWarning.PARTIES_BY_VOICE);
    }

    @Test
    void wordsThatSayNothingLeaveThePartiesUnknown() {
        // Given a stranger's words, first heard on a call out
        List<Spoken> spoken = List.of(spoken(0, "alpha"), spoken(1, "bravo"));

        // When
        PartyFinding finding = finder.find(
                outbound(), recognition(1, new ChannelLayout(ChannelLayout.Kind.SAME_SOUND, 0), TWO), spoken);

        // Then
        assertThat(finding.of(0)).isEqualTo(Party.UNKNOWN);
        assertThat(finding.of(1)).isEqualTo(Party.UNKNOWN);
        assertThat(finding.warnings())
                .containsExactly(
                        TranscriptWarning.SAME_SOUND,
                        TranscriptWarning.PARTIES_BY_VOICE,
                        TranscriptWarning.ROLES_UNSURE);
    }

    @Test
    void theOneVoiceBesideADeadChannelIsWhoseChannelItIs() {
        // Given
        ChannelLayout dead = new ChannelLayout(ChannelLayout.Kind.DEAD_CHANNEL, 1);
        List<Spoken> spoken = List.of(spoken(0, "please leave a message"));

        // When
        PartyFinding told =
                finder.find(metadata(Party.CUSTOMER, Party.AGENT), recognition(2, dead, Voices.ONE), spoken);
        PartyFinding untold = finder.find(metadata(), recognition(2, dead, Voices.ONE), spoken);

        // Then
        assertThat(told.of(0)).isEqualTo(Party.AGENT);
        assertThat(told.warnings()).containsExactly(TranscriptWarning.DEAD_CHANNEL, TranscriptWarning.ONE_VOICE);
        assertThat(untold.of(0)).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void oneVoiceOfOneChannelIsNobodysForSure() {
        // When
        PartyFinding finding = finder.find(
                metadata(Party.AGENT),
                recognition(1, ChannelLayout.ONE_CHANNEL, Voices.ONE),
                List.of(spoken(0, "how can i help you")));

        // Then
        assertThat(finding.of(0)).isEqualTo(Party.UNKNOWN);
        assertThat(finding.warnings()).containsExactly(TranscriptWarning.ONE_VOICE);
    }

    @Test
    void voicesThatWereNotToldApartAreAWarning() {
        // When
        PartyFinding finding = finder.find(
                metadata(), recognition(1, ChannelLayout.ONE_CHANNEL, Voices.UNKNOWN), CUSTOMER_FIRST.subList(0, 1));

        // Then
        assertThat(finding.parties().separation()).isEqualTo(Separation.NONE);
        assertThat(finding.warnings()).containsExactly(TranscriptWarning.PARTIES_UNKNOWN);
    }

    @Test
    void silenceIsAResultWithAWarning() {
        // When
        PartyFinding finding = finder.find(
                metadata(Party.AGENT, Party.CUSTOMER), recognition(2, ChannelLayout.APART, Voices.UNKNOWN), List.of());

        // Then
        assertThat(finding.warnings()).containsExactly(TranscriptWarning.NO_SPEECH);
    }

    private static Recognition recognition(int channels, ChannelLayout layout, Voices voices) {
        return new Recognition(
                new AsrModel("some", "0", 16_000),
                9_000,
                layout,
                Collections.nCopies(channels, List.of()),
                voices,
                new Waveform(50, List.of()),
                List.of());
    }

    private static Spoken spoken(int side, String text) {
        long startMs = side * 4_000L;
        return new Spoken(0, side, null, List.of(new Word(text, startMs, startMs + 3_000, 1)));
    }

    private static CallMetadata metadata(Party... parties) {
        return metadata(Direction.INBOUND, parties);
    }

    private static CallMetadata outbound() {
        return metadata(Direction.OUTBOUND);
    }

    private static CallMetadata metadata(Direction direction, Party... parties) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, direction, null, null, "en", List.of(parties), null, Map.of());
    }
}
