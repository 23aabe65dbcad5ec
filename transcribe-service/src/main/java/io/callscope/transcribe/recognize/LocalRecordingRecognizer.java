package io.callscope.transcribe.recognize;

import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.CheckedRecording;
import io.callscope.transcribe.audio.DecodedAudio;
import io.callscope.transcribe.audio.LevelCollector;
import io.callscope.transcribe.audio.PcmSink;
import io.callscope.transcribe.audio.WaveformCollector;
import io.callscope.transcribe.channels.ChannelLayout;
import io.callscope.transcribe.channels.LayoutProbe;
import io.callscope.transcribe.diarize.Diarizer;
import io.callscope.transcribe.diarize.Voices;
import io.callscope.transcribe.voice.SpeakerModel;
import io.callscope.transcribe.voice.SpeechSpan;
import io.callscope.transcribe.voice.VoiceListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decodes and recognises within this process, on the calling thread. What the channels hold is found out first; then one
 * recogniser for each channel that is worth it hears the recording in one pass; and where both parties are in one
 * channel, their voices are told apart in another. A crash of the native code ends the process. Thread-safe.
 */
public final class LocalRecordingRecognizer implements RecordingRecognizer {
    private final AudioDecoder decoder;
    private final SpeechRecognizers recognizers;
    private final SpeakerModels speakers;
    private final Diarizer diarizer = new Diarizer();

    /** Does not tell the voices of one channel apart. */
    public LocalRecordingRecognizer(AudioDecoder decoder, SpeechRecognizers recognizers) {
        this(decoder, recognizers, SpeakerModels.NONE);
    }

    public LocalRecordingRecognizer(AudioDecoder decoder, SpeechRecognizers recognizers, SpeakerModels speakers) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.recognizers = Objects.requireNonNull(recognizers, "recognizers");
        this.speakers = Objects.requireNonNull(speakers, "speakers");
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
        ChannelLayout layout = layoutOf(checked, progress);
        try (Channels channels = new Channels(recognizer, layout)) {
            WaveformCollector waveform = new WaveformCollector(model.sampleRateHz());
            LevelCollector levels = new LevelCollector(model.sampleRateHz());
            DecodedAudio audio = decoder.decode(checked, model.sampleRateHz(), (samples, count) -> {
                waveform.accept(samples, count);
                levels.accept(samples, count);
                channels.accept(samples, count);
                progress.heard(channels.seen() * 1000 / model.sampleRateHz());
            });
            List<List<Phrase>> phrases = channels.finish();
            return new Recognition(
                    model,
                    audio.durationMs(),
                    layout,
                    phrases,
                    voices(checked, layout, phrases, progress, audio.durationMs()),
                    waveform.waveform(),
                    levels.levels());
        }
    }

    private ChannelLayout layoutOf(CheckedRecording recording, RecognitionProgress progress)
            throws InterruptedException {
        LayoutProbe probe = new LayoutProbe();
        decoder.decode(recording, LayoutProbe.RATE_HZ, telling(probe, progress, 0));
        return probe.layout();
    }

    /** What goes through these passes does not count as heard, but shows that the work goes on. */
    private static PcmSink telling(PcmSink sink, RecognitionProgress progress, long heardMs) {
        return new PcmSink() {
            @Override
            public void accept(short[][] channels, int count) throws InterruptedException {
                sink.accept(channels, count);
                progress.heard(heardMs);
            }

            @Override
            public boolean wantsMore() {
                return sink.wantsMore();
            }
        };
    }

    private Voices voices(
            CheckedRecording recording,
            ChannelLayout layout,
            List<List<Phrase>> phrases,
            RecognitionProgress progress,
            long durationMs)
            throws InterruptedException {
        if (!layout.shared() || phrases.get(layout.channel()).isEmpty()) {
            return Voices.UNKNOWN;
        }
        progress.waitsForModel();
        Optional<SpeakerModel> model = speakers.speakerModel();
        if (model.isEmpty()) {
            return Voices.UNKNOWN;
        }
        VoiceListener listener =
                new VoiceListener(model.get(), layout.channel(), speech(phrases.get(layout.channel())));
        decoder.decode(recording, SpeakerModel.RATE_HZ, telling(listener, progress, durationMs));
        return diarizer.tellApart(listener.finish());
    }

    private static List<SpeechSpan> speech(List<Phrase> phrases) {
        return phrases.stream()
                .flatMap(phrase -> phrase.words().stream())
                .map(word -> new SpeechSpan(word.startMs(), word.endMs()))
                .toList();
    }

    /** The recognitions of a recording's channels, begun when the first samples show how many there are. */
    private static final class Channels implements PcmSink, AutoCloseable {
        private final SpeechRecognizer recognizer;
        private final ChannelLayout layout;
        private final ChannelTurns turns = new ChannelTurns(this::hear);
        private final List<Optional<ChannelRecognition>> recognitions = new ArrayList<>();
        private long seen;

        Channels(SpeechRecognizer recognizer, ChannelLayout layout) {
            this.recognizer = recognizer;
            this.layout = layout;
        }

        @Override
        public void accept(short[][] samples, int count) throws InterruptedException {
            turns.accept(samples, count);
        }

        private void hear(int channel, short[] samples, int count) throws InterruptedException {
            if (recognitions.size() == channel) {
                recognitions.add(layout.hears(channel) ? Optional.of(recognizer.begin()) : Optional.empty());
            }
            Optional<ChannelRecognition> recognition = recognitions.get(channel);
            if (recognition.isPresent()) {
                recognition.get().accept(samples, count);
            }
            if (channel == 0) {
                seen += count;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("recognition was abandoned");
            }
        }

        /** Samples of one channel. */
        long seen() {
            return seen;
        }

        List<List<Phrase>> finish() throws InterruptedException {
            turns.hearHeld();
            return recognitions.stream()
                    .map(recognition ->
                            recognition.map(ChannelRecognition::finish).orElse(List.of()))
                    .toList();
        }

        @Override
        public void close() {
            recognitions.forEach(recognition -> recognition.ifPresent(ChannelRecognition::close));
        }
    }
}
