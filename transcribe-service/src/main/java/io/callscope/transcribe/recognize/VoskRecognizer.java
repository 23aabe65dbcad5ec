package io.callscope.transcribe.recognize;

import com.sun.jna.Native;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.InstalledModel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * Vosk on one model, which all channels share. Thread-safe. Owns native memory: close it only after every recognition
 * that it began. The same audio gives the same words on every run.
 *
 * <p>The process is to be started with {@code -Djna.encoding=UTF-8}, and with {@code OMP_NUM_THREADS=1} in its
 * environment: the linear algebra inside Vosk otherwise starts threads that get in each other's way.
 */
public final class VoskRecognizer implements SpeechRecognizer {
    private final AsrModel identity;
    private final Model model;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Loads the model, which takes a second or more.
     *
     * @param profile how hard the decoder searches
     * @throws IOException when Vosk does not take the model
     * @throws IllegalStateException when words other than English ones would be garbled
     */
    public VoskRecognizer(InstalledModel installed, DecoderProfile profile) throws IOException {
        this.identity = AsrModel.of(installed, profile);
        requireUtf8();
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        try (TunedModelFolder tuned = TunedModelFolder.of(installed.folder(), profile.settings())) {
            this.model = new Model(tuned.folder().toString());
        }
    }

    /**
     * Fails when JNA would read Vosk's words in another encoding than UTF-8. To be called when the service starts.
     *
     * @throws IllegalStateException saying which option is missing
     */
    public static void requireUtf8() {
        String encoding = Native.getDefaultStringEncoding();
        if (!Charset.isSupported(encoding) || !Charset.forName(encoding).equals(StandardCharsets.UTF_8)) {
            throw new IllegalStateException(
                    "recognised words would be read as %s and garbled: start Java with ".formatted(encoding)
                            + "-Djna.encoding=UTF-8 (-Dfile.encoding does not help)");
        }
    }

    @Override
    public AsrModel model() {
        return identity;
    }

    @Override
    public ChannelRecognition begin() {
        return new VoskChannel(newRecognizer());
    }

    /** Words with times, at the model's rate. */
    Recognizer newRecognizer() {
        if (closed.get()) {
            throw new IllegalStateException("model %s is closed".formatted(identity.id()));
        }
        try {
            Recognizer recognizer = new Recognizer(model, identity.sampleRateHz());
            recognizer.setWords(true);
            return recognizer;
        } catch (IOException e) {
            throw new IllegalStateException("vosk makes no recogniser for model " + identity.id(), e);
        }
    }

    @Override
    public void close() {
        // freeing native memory twice would end the process
        if (closed.compareAndSet(false, true)) {
            model.close();
        }
    }

    private static final class VoskChannel implements ChannelRecognition {
        private final Recognizer recognizer;
        private final List<Phrase> phrases = new ArrayList<>();
        private final Dither dither = new Dither();
        private short[] dithered = new short[0];
        private boolean closed;

        VoskChannel(Recognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public void accept(short[] samples, int count) {
            if (dithered.length < count) {
                dithered = new short[count];
            }
            dither.apply(samples, count, dithered);
            if (recognizer.acceptWaveForm(dithered, count)) {
                VoskResult.parse(recognizer.getResult()).ifPresent(phrases::add);
            }
        }

        @Override
        public List<Phrase> finish() {
            VoskResult.parse(recognizer.getFinalResult()).ifPresent(phrases::add);
            return List.copyOf(phrases);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                recognizer.close();
            }
        }
    }
}
