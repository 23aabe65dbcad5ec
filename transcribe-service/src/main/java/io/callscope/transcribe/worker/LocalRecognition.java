package io.callscope.transcribe.worker;

import io.callscope.kit.ops.Resources;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.LocalListeningCopier;
import io.callscope.transcribe.audio.MutedSpan;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.recognize.FetchedSpeakerModel;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.Recognition;
import io.callscope.transcribe.recognize.ScriptedRecognizer;
import io.callscope.transcribe.recognize.SpeakerModels;
import io.callscope.transcribe.recognize.SpeechRecognizers;
import io.callscope.transcribe.recognize.VoiceUse;
import io.callscope.transcribe.recognize.VoskRecognizers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** FFmpeg and the recogniser in this process, put together. Thread-safe; close it when nothing is recognised any more. */
public final class LocalRecognition implements RecordingWork, AutoCloseable {
    private final Resources parts = new Resources();
    private final LocalRecordingRecognizer recognizer;
    private final LocalListeningCopier copier;

    /**
     * The models of the languages are made ready in the background.
     *
     * @throws IOException when the catalogue cannot be read
     */
    public LocalRecognition(WorkerSettings settings, Clock clock) throws IOException {
        AudioDecoder decoder = new AudioDecoder(settings.limits());
        ModelStore store = ModelStore.open(settings.catalogue(), settings.models(), clock);
        this.recognizer = new LocalRecordingRecognizer(
                decoder, recognizers(settings, store, clock), speakers(settings, store, clock));
        this.copier = new LocalListeningCopier(decoder);
    }

    private SpeechRecognizers recognizers(WorkerSettings settings, ModelStore store, Clock clock) {
        if (settings.scripted()) {
            ScriptedRecognizer scripted = parts.add(new ScriptedRecognizer());
            return language -> scripted;
        }
        VoskRecognizers recognizers =
                parts.add(new VoskRecognizers(store, settings.profile(), settings.skipQuiet(), clock));
        settings.languages().forEach(recognizers::prepare);
        return recognizers;
    }

    private static SpeakerModels speakers(WorkerSettings settings, ModelStore store, Clock clock) {
        // what the scripted recogniser gives has no voices
        if (settings.scripted() || settings.voices() == VoiceUse.NEVER) {
            return SpeakerModels.NONE;
        }
        FetchedSpeakerModel speakers = new FetchedSpeakerModel(store, clock);
        if (settings.voices() == VoiceUse.AT_START) {
            speakers.prepare();
        }
        return speakers;
    }

    LocalRecordingRecognizer recognizer() {
        return recognizer;
    }

    LocalListeningCopier copier() {
        return copier;
    }

    @Override
    public Recognition recognize(Path recording, String language) throws InterruptedException {
        return recognizer.recognize(recording, language);
    }

    @Override
    public boolean copy(Path recording, Path target, List<MutedSpan> muted) throws InterruptedException {
        return copier.copy(recording, target, muted);
    }

    @Override
    public void close() {
        parts.close();
    }
}
