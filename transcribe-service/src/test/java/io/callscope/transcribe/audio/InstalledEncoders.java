package io.callscope.transcribe.audio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Encoders that FFmpeg's LGPL build does not have, from packages of the system. Where they are not installed, a test that
 * needs one is skipped, unless the environment says {@code CALLSCOPE_ENCODERS=required}.
 */
final class InstalledEncoders {
    private InstalledEncoders() {}

    /** GSM 06.10 by the {@code ffmpeg} on the path, which Debian builds with libgsm. */
    static byte[] gsm(String format, String encoder, short[] samples) throws IOException {
        Path folder = Files.createTempDirectory("gsm-");
        Path wav = Files.write(folder.resolve("in.wav"), Wav.of(8_000, samples).bytes());
        Path coded = folder.resolve("out");
        try {
            Process process = new ProcessBuilder(
                            "ffmpeg",
                            "-nostdin",
                            "-v",
                            "error",
                            "-i",
                            wav.toString(),
                            "-c:a",
                            encoder,
                            "-f",
                            format,
                            coded.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return missing("ffmpeg with " + encoder + ": " + said);
            }
            return Files.readAllBytes(coded);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return missing("ffmpeg (package ffmpeg): " + e.getMessage());
        } finally {
            Files.deleteIfExists(wav);
            Files.deleteIfExists(coded);
            Files.delete(folder);
        }
    }

    static byte[] g729(short[] samples) {
        return Bcg729.find()
                .map(encoder -> encoder.encode(samples))
                .orElseGet(() -> missing("libbcg729.so.0 (package libbcg729-0)"));
    }

    /** In WAV, as recorders write it. */
    static byte[] g729InWav(short[] samples) {
        byte[] frames = g729(samples);
        ByteBuffer out = ByteBuffer.allocate(46 + frames.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(38 + frames.length).put(ascii("WAVEfmt ")).putInt(18);
        out.putShort((short) 0x83)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(1_000)
                .putShort((short) 10);
        out.putShort((short) 0).putShort((short) 0);
        return out.put(ascii("data")).putInt(frames.length).put(frames).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] missing(String what) {
        if ("required".equals(System.getenv("CALLSCOPE_ENCODERS"))) {
            throw new IllegalStateException("not installed, though CALLSCOPE_ENCODERS=required: " + what);
        }
        return abort("not installed: " + what);
    }
}
