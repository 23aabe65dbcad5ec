package io.callscope.transcribe.transcript;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.transcribe.recognize.Recognition;
import io.callscope.transcribe.recognize.RecordingRecognizer;
import io.callscope.transcribe.text.TextSteps;
import java.nio.file.Path;
import java.util.Objects;

/** A recording on disk to the transcript of a call: recognised, told by whom, written as it is read. Thread-safe. */
public final class CallTranscriber {
    private final RecordingRecognizer recognizer;
    private final UtteranceBuilder utterances;
    private final TextSteps text;

    public CallTranscriber(RecordingRecognizer recognizer, UtteranceBuilder utterances, TextSteps text) {
        this.recognizer = Objects.requireNonNull(recognizer, "recognizer");
        this.utterances = Objects.requireNonNull(utterances, "utterances");
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

    private Transcript transcript(CallMetadata metadata, Recognition recognition) {
        // in a single channel both parties may speak
        boolean apart = recognition.channels() > 1;
        return new Transcript(
                metadata.language(),
                TranscriptSource.RECOGNISED,
                recognition.model().id(),
                recognition.model().hash(),
                recognition.durationMs(),
                recognition.channels(),
                utterances.build(recognition.phrases(), channel -> apart ? metadata.partyOf(channel) : Party.UNKNOWN));
    }
}
