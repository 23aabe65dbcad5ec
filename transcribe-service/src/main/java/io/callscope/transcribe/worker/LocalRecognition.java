package io.callscope.transcribe.worker;

import io.callscope.kit.ops.Resources;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.model.FetchProgress;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.RemoteDownload;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.ScriptedRecognizer;
import io.callscope.transcribe.recognize.SpeechRecognizers;
import io.callscope.transcribe.recognize.VoskRecognizers;
import java.io.IOException;
import java.time.Clock;

/** FFmpeg and the recogniser in this process, put together. Thread-safe; close it when nothing is recognised any more. */
public final class LocalRecognition implements AutoCloseable {
    private final Resources parts = new Resources();
    private final LocalRecordingRecognizer recognizer;

    /**
     * The models of the languages are made ready in the background.
     *
     * @throws IOException when the catalogue cannot be read
     */
    public LocalRecognition(WorkerSettings settings, Clock clock) throws IOException {
        this.recognizer =
                new LocalRecordingRecognizer(new AudioDecoder(settings.limits()), recognizers(settings, clock));
    }

    private SpeechRecognizers recognizers(WorkerSettings settings, Clock clock) throws IOException {
        if (settings.scripted()) {
            ScriptedRecognizer scripted = parts.add(new ScriptedRecognizer());
            return language -> scripted;
        }
        ModelStore store = new ModelStore(
                ModelCatalogue.load(settings.catalogue()),
                settings.models(),
                new RemoteDownload(),
                FetchProgress.silent(),
                clock);
        VoskRecognizers recognizers = parts.add(new VoskRecognizers(store, settings.profile(), clock));
        settings.languages().forEach(recognizers::prepare);
        return recognizers;
    }

    public LocalRecordingRecognizer recognizer() {
        return recognizer;
    }

    @Override
    public void close() {
        parts.close();
    }
}
