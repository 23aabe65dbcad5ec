package io.callscope.transcribe.recognize;

import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.CheckedRecording;
import io.callscope.transcribe.audio.DecodedAudio;
import io.callscope.transcribe.audio.LevelCollector;
import io.callscope.transcribe.audio.PcmSink;
import io.callscope.transcribe.audio.WaveformCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decodes and recognises within this process, on the calling thread: one pass, one recogniser for each channel. A crash
 * of the native code ends the process. Thread-safe.
 */
public final class LocalRecordingRecognizer implements RecordingRecognizer {
    private final AudioDecoder decoder;
    private final SpeechRecognizers recognizers;

    public LocalRecordingRecognizer(AudioDecoder decoder, SpeechRecognizers recognizers) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.recognizers = Objects.requireNonNull(recognizers, "recognizers");
    }

    @Override
    public Recognition recognize(Path recording, String language) throws InterruptedException {
        return recognize(recording, language, RecognitionProgress.NONE);
    }

    /** See {@link #recognize(Path, String)}; tells how it goes. */
    public Recognition recognize(Path recording, String language, RecognitionProgress progress)
            throws InterruptedException {
        // What is no audio says so, whether there is a model for its language or not.
        CheckedRecording checked = decoder.check(recording);
        progress.waitsForModel();
        SpeechRecognizer recognizer = recognizers.of(language);
        AsrModel model = recognizer.model();
        progress.heard(0);
        try (Channels channels = new Channels(recognizer)) {
            WaveformCollector waveform = new WaveformCollector(model.sampleRateHz());
            LevelCollector levels = new LevelCollector(model.sampleRateHz());
            DecodedAudio audio = decoder.decode(checked, model.sampleRateHz(), (samples, count) -> {
                waveform.accept(samples, count);
                levels.accept(samples, count);
                channels.accept(samples, count);
                progress.heard(channels.seen() * 1000 / model.sampleRateHz());
            });
            return new Recognition(model, audio.durationMs(), channels.finish(), waveform.waveform(), levels.levels());
        }
    }

    /** The recognitions of a recording's channels, begun when the first samples show how many there are. */
    private static final class Channels implements PcmSink, AutoCloseable {
        private final SpeechRecognizer recognizer;
        private final List<ChannelRecognition> recognitions = new ArrayList<>();
        private long seen;

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
            seen += count;
            if (Thread.interrupted()) {
                throw new InterruptedException("recognition was abandoned");
            }
        }

        /** Samples of one channel. */
        long seen() {
            return seen;
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
