package io.callscope.transcribe.transcript;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.CheckedRecording;
import io.callscope.transcribe.audio.DecodedAudio;
import io.callscope.transcribe.audio.PcmSink;
import io.callscope.transcribe.audio.WaveformCollector;
import io.callscope.transcribe.recognize.AsrModel;
import io.callscope.transcribe.recognize.ChannelRecognition;
import io.callscope.transcribe.recognize.Phrase;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import io.callscope.transcribe.recognize.SpeechRecognizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A recording on disk to the transcript and the waveform of a call: one pass, one recogniser for each channel, on the calling thread.
 * Thread-safe.
 */
public final class CallTranscriber {
    private final AudioDecoder decoder;
    private final SpeechRecognizers recognizers;
    private final UtteranceBuilder utterances;

    public CallTranscriber(AudioDecoder decoder, SpeechRecognizers recognizers, UtteranceBuilder utterances) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.recognizers = Objects.requireNonNull(recognizers, "recognizers");
        this.utterances = Objects.requireNonNull(utterances, "utterances");
    }

    /**
     * A call without speech has a transcript without utterances.
     *
     * @throws RejectedCallException when the audio cannot be decoded, or no model serves the language
     * @throws InterruptedException when the thread was interrupted; native memory is freed
     */
    public TranscribedRecording transcribe(Path recording, CallMetadata metadata) throws InterruptedException {
        // What is no audio says so, whether there is a model for its language or not.
        CheckedRecording checked = decoder.check(recording);
        SpeechRecognizer recognizer = recognizers.of(metadata.language());
        AsrModel model = recognizer.model();
        try (Channels channels = new Channels(recognizer)) {
            WaveformCollector waveform = new WaveformCollector(model.sampleRateHz());
            DecodedAudio audio = decoder.decode(checked, model.sampleRateHz(), (samples, count) -> {
                waveform.accept(samples, count);
                channels.accept(samples, count);
            });
            List<List<Phrase>> phrases = channels.finish();
            return new TranscribedRecording(transcript(metadata, model, audio, phrases), waveform.waveform());
        }
    }

    private Transcript transcript(
            CallMetadata metadata, AsrModel model, DecodedAudio audio, List<List<Phrase>> phrases) {
        // in a single channel both parties may speak
        boolean apart = audio.channels() > 1;
        return new Transcript(
                metadata.language(),
                TranscriptSource.RECOGNISED,
                model.id(),
                model.hash(),
                audio.durationMs(),
                audio.channels(),
                utterances.build(phrases, channel -> apart ? metadata.partyOf(channel) : Party.UNKNOWN));
    }

    /** The recognitions of a recording's channels, begun when the first samples show how many there are. */
    private static final class Channels implements PcmSink, AutoCloseable {
        private final SpeechRecognizer recognizer;
        private final List<ChannelRecognition> recognitions = new ArrayList<>();

        Channels(SpeechRecognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public void accept(short[][] samples, int count) throws InterruptedException {
            for (int channel = 0; channel < samples.length; channel++) {
                if (recognitions.size() == channel) {
                    recognitions.add(recognizer.begin());
                }
                recognitions.get(channel).accept(samples[channel], count);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("recognition was abandoned");
            }
        }

        List<List<Phrase>> finish() {
            return recognitions.stream().map(ChannelRecognition::finish).toList();
        }

        @Override
        public void close() {
            recognitions.forEach(ChannelRecognition::close);
        }
    }
}
