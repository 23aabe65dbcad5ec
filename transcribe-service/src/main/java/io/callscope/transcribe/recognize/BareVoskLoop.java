package io.callscope.transcribe.recognize;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vosk.Recognizer;

/**
 * The loop that Vosk's own examples show, on PCM that is already decoded and a model that is already loaded: the
 * yardstick for what everything around it costs. Stateless.
 */
public final class BareVoskLoop {
    private BareVoskLoop() {}

    /**
     * @param pcm mono, 16-bit signed little-endian, at the model's rate
     * @param chunkBytes how much is given to Vosk at once
     * @return length of what Vosk said, characters
     */
    public static long run(VoskRecognizer vosk, Path pcm, int chunkBytes) throws IOException {
        long characters = 0;
        try (Recognizer recognizer = vosk.newRecognizer();
                InputStream in = new BufferedInputStream(Files.newInputStream(pcm))) {
            byte[] chunk = new byte[chunkBytes];
            int length;
            while ((length = in.readNBytes(chunk, 0, chunk.length)) > 0) {
                if (recognizer.acceptWaveForm(chunk, length)) {
                    characters += recognizer.getResult().length();
                }
            }
            return characters + recognizer.getFinalResult().length();
        }
    }
}
