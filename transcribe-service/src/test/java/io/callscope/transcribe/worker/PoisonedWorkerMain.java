package io.callscope.transcribe.worker;

import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.audio.LocalListeningCopier;
import io.callscope.transcribe.child.ChildServer;
import io.callscope.transcribe.recognize.AsrModel;
import io.callscope.transcribe.recognize.ChannelRecognition;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.Phrase;
import io.callscope.transcribe.recognize.ScriptedRecognizer;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import java.util.List;

/**
 * The recogniser's process with a recogniser that takes it down: at a sample of {@link #POISON} with status 139, as
 * after a segmentation fault; at one of {@link #SLEEP} it never returns.
 */
public final class PoisonedWorkerMain {
    static final short POISON = 31_313;
    static final short SLEEP = -31_313;

    private PoisonedWorkerMain() {}

    public static void main(String[] args) throws Exception {
        AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
        LocalRecordingRecognizer recognizer = new LocalRecordingRecognizer(decoder, language -> new Poisoned());
        WorkerMain.serve(ChildServer.onPipes(), recognizer, new LocalListeningCopier(decoder))
                .run(2);
        Runtime.getRuntime().halt(0);
    }

    private static final class Poisoned implements SpeechRecognizer {
        private final ScriptedRecognizer scripted = new ScriptedRecognizer();

        @Override
        public AsrModel model() {
            return scripted.model();
        }

        @Override
        public ChannelRecognition begin() {
            ChannelRecognition sound = scripted.begin();
            return new ChannelRecognition() {
                @Override
                public void accept(short[] samples, int count) {
                    for (int i = 0; i < count; i++) {
                        taste(samples[i]);
                    }
                    sound.accept(samples, count);
                }

                @Override
                public List<Phrase> finish() {
                    return sound.finish();
                }

                @Override
                public void close() {
                    sound.close();
                }
            };
        }

        @Override
        public void close() {
            scripted.close();
        }

        private static void taste(short sample) {
            if (sample == POISON) {
                Runtime.getRuntime().halt(139);
            }
            while (sample == SLEEP) {
                Thread.onSpinWait();
            }
        }
    }
}
