package io.callscope.transcribe.transcript;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.transcribe.channels.ChannelLayout;
import io.callscope.transcribe.recognize.Phrase;
import io.callscope.transcribe.recognize.Recognition;
import io.callscope.transcribe.recognize.RecordingRecognizer;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.text.TextSteps;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A recording on disk to the transcript of a call: recognised, told by whom, written as it is read. Thread-safe. */
public final class CallTranscriber {
    private final RecordingRecognizer recognizer;
    private final UtteranceBuilder utterances;
    private final PartyFinder parties;
    private final TextSteps text;

    /** Knows no phrases by which an agent could be told from a customer. */
    public CallTranscriber(RecordingRecognizer recognizer, UtteranceBuilder utterances, TextSteps text) {
        this(recognizer, utterances, new RoleFinder(AgentPhrases.NONE), text);
    }

    public CallTranscriber(
            RecordingRecognizer recognizer, UtteranceBuilder utterances, RoleFinder roles, TextSteps text) {
        this.recognizer = Objects.requireNonNull(recognizer, "recognizer");
        this.utterances = Objects.requireNonNull(utterances, "utterances");
        this.parties = new PartyFinder(roles);
        this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * A call without speech has a transcript without utterances.
     *
     * @throws RejectedCallException when the audio cannot be decoded, or no model serves the language
     * @throws InterruptedException when the thread was interrupted; native memory is freed
     */
    public TranscribedRecording transcribe(Path recording, CallMetadata metadata) throws InterruptedException {
        Recognition recognition = recognizer.recognize(recording, metadata.language());
        Transcript transcript = text.apply(transcript(metadata, recognition));
        return new TranscribedRecording(transcript, recognition.waveform(), recognition.levels());
    }

    /**
     * The words as they were recognised, before any text step: what word errors are counted on. See {@link #transcribe}.
     */
    public Transcript hear(Path recording, CallMetadata metadata) throws InterruptedException {
        return transcript(metadata, recognizer.recognize(recording, metadata.language()));
    }

    /** A transcript that another system made, with its parties found and its text written as ours is. */
    public Transcript imported(Transcript transcript, CallMetadata metadata) {
        return text.apply(parties.imported(metadata, transcript));
    }

    private Transcript transcript(CallMetadata metadata, Recognition recognition) {
        List<Spoken> spoken = spoken(recognition);
        PartyFinding finding = parties.find(metadata, recognition, spoken);
        return new Transcript(
                metadata.language(),
                TranscriptSource.RECOGNISED,
                recognition.model().id(),
                recognition.model().hash(),
                recognition.durationMs(),
                recognition.channels(),
                null,
                finding.parties(),
                finding.warnings(),
                UtteranceBuilder.utterances(spoken, finding::of));
    }

    private List<Spoken> spoken(Recognition recognition) {
        ChannelLayout layout = recognition.layout();
        if (!layout.shared()) {
            return utterances.byChannel(recognition.phrases());
        }
        List<Phrase> phrases = recognition.phrases().get(layout.channel());
        return recognition.voices().count() == 2
                ? utterances.byVoice(layout.channel(), phrases, recognition.voices())
                : utterances.ofOne(layout.channel(), phrases);
    }
}
