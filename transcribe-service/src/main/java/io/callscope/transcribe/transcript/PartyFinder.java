package io.callscope.transcribe.transcript;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.channels.ChannelLayout;
import io.callscope.transcribe.recognize.Recognition;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.roles.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who is the agent: what the metadata say, else what the words say, else nobody knows. Thread-safe. */
final class PartyFinder {
    private static final Map<ChannelLayout.Kind, TranscriptWarning> LAYOUT_WARNINGS = new EnumMap<>(Map.of(
            ChannelLayout.Kind.SAME_SOUND, TranscriptWarning.SAME_SOUND,
            ChannelLayout.Kind.DEAD_CHANNEL, TranscriptWarning.DEAD_CHANNEL));

    private final RoleFinder roles;

    PartyFinder(RoleFinder roles) {
        this.roles = Objects.requireNonNull(roles, "roles");
    }

    /**
     * @param spoken what was said, sides being channels or voices as the layout has it
     */
    PartyFinding find(CallMetadata metadata, Recognition recognition, List<Spoken> spoken) {
        ChannelLayout layout = recognition.layout();
        List<TranscriptWarning> warnings = new ArrayList<>();
        if (LAYOUT_WARNINGS.containsKey(layout.kind())) {
            warnings.add(LAYOUT_WARNINGS.get(layout.kind()));
        }
        if (spoken.isEmpty()) {
            warnings.add(TranscriptWarning.NO_SPEECH);
            return PartyFinding.unknown(layout.shared() ? Separation.NONE : Separation.CHANNELS)
                    .behind(warnings);
        }
        if (!layout.shared()) {
            return byChannel(metadata, recognition.channels(), spoken);
        }
        switch (recognition.voices().count()) {
            case 2 -> {
                warnings.add(TranscriptWarning.PARTIES_BY_VOICE);
                return guessed(metadata, spoken, Separation.VOICES).behind(warnings);
            }
            case 1 -> {
                warnings.add(TranscriptWarning.ONE_VOICE);
                return oneVoice(metadata, layout).behind(warnings);
            }
            default -> {
                warnings.add(TranscriptWarning.PARTIES_UNKNOWN);
                return PartyFinding.unknown(Separation.NONE).behind(warnings);
            }
        }
    }

    private PartyFinding byChannel(CallMetadata metadata, int channels, List<Spoken> spoken) {
        List<Party> told = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            told.add(metadata.partyOf(channel));
        }
        if (told.stream().anyMatch(party -> party != Party.UNKNOWN)) {
            return PartyFinding.told(told, Separation.CHANNELS);
        }
        return channels == 2
                ? guessed(metadata, spoken, Separation.CHANNELS)
                : PartyFinding.unknown(Separation.CHANNELS);
    }

    /** With the other channel dead and one voice in this, the voice is whose channel it is. */
    private static PartyFinding oneVoice(CallMetadata metadata, ChannelLayout layout) {
        Party party = metadata.partyOf(layout.channel());
        return layout.kind() == ChannelLayout.Kind.DEAD_CHANNEL && party != Party.UNKNOWN
                ? PartyFinding.told(List.of(party), Separation.CHANNELS)
                : PartyFinding.unknown(Separation.NONE);
    }

    private PartyFinding guessed(CallMetadata metadata, List<Spoken> spoken, Separation separation) {
        List<Said> said =
                spoken.stream().map(each -> new Said(each.side(), each.text())).toList();
        return PartyFinding.guessed(roles.find(said, metadata.language(), metadata.direction()), separation);
    }

    /**
     * An imported transcript with its parties, where the source named none but gave two channels. What the source says
     * of the parties stands.
     */
    Transcript imported(CallMetadata metadata, Transcript transcript) {
        if (transcript.parties().separation() != Separation.NONE
                || transcript.parties().roles() != RoleSource.NONE) {
            return transcript;
        }
        PartyFinding finding = ofImported(metadata, transcript.utterances());
        List<Integer> channels = channels(transcript.utterances());
        List<Utterance> utterances = transcript.utterances().stream()
                .map(each -> each.party() == Party.UNKNOWN
                        ? withParty(each, finding.of(channels.indexOf(each.channel())))
                        : each)
                .toList();
        List<TranscriptWarning> warnings = new ArrayList<>(transcript.warnings());
        finding.warnings().stream()
                .filter(warning -> !transcript.warnings().contains(warning))
                .forEach(warnings::add);
        return new Transcript(
                transcript.language(),
                transcript.source(),
                transcript.asrModelId(),
                transcript.asrModelHash(),
                transcript.durationMs(),
                transcript.channelCount(),
                transcript.textVersion(),
                finding.parties(),
                warnings,
                utterances);
    }

    private PartyFinding ofImported(CallMetadata metadata, List<Utterance> utterances) {
        if (utterances.isEmpty()) {
            return PartyFinding.unknown(Separation.NONE).behind(List.of(TranscriptWarning.NO_SPEECH));
        }
        if (utterances.stream().anyMatch(each -> each.party() != Party.UNKNOWN)) {
            return PartyFinding.told(List.of(), Separation.SOURCE);
        }
        List<Integer> channels = channels(utterances);
        List<Party> told = channels.stream().map(metadata::partyOf).toList();
        if (told.stream().anyMatch(party -> party != Party.UNKNOWN)) {
            return PartyFinding.told(told, Separation.SOURCE);
        }
        if (channels.size() != 2) {
            return PartyFinding.unknown(Separation.NONE).behind(List.of(TranscriptWarning.PARTIES_UNKNOWN));
        }
        List<Said> said = utterances.stream()
                .map(each -> new Said(channels.indexOf(each.channel()), each.text()))
                .toList();
        return PartyFinding.guessed(roles.find(said, metadata.language(), metadata.direction()), Separation.SOURCE);
    }

    private static List<Integer> channels(List<Utterance> utterances) {
        return utterances.stream().map(Utterance::channel).distinct().sorted().toList();
    }

    private static Utterance withParty(Utterance utterance, Party party) {
        return new Utterance(
                utterance.id(),
                utterance.channel(),
                party,
                utterance.startMs(),
                utterance.endMs(),
                utterance.text(),
                utterance.confidence(),
                utterance.partyConfidence(),
                utterance.words(),
                utterance.rewrites());
    }
}
