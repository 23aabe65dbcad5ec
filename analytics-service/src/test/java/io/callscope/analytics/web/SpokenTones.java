package io.callscope.analytics.web;

import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A transcript as sound: each channel hums while its party speaks, louder in the middle of each word. */
public final class SpokenTones {
    private static final int RATE_HZ = 8_000;
    private static final int BUCKET_MS = 32;
    private static final int WORD_MS = 400;

    private SpokenTones() {}

    /** How loud a channel is, 0 to 1. */
    private static double level(Transcript transcript, int channel, long ms) {
        for (Utterance utterance : transcript.utterances()) {
            if (utterance.channel() == channel && utterance.startMs() <= ms && ms < utterance.endMs()) {
                long word = (ms - utterance.startMs()) / WORD_MS;
                double loud = 0.35 + 0.3 * ((word * 37 + utterance.id() * 11) % 10) / 10;
                return loud * (0.4 + 0.6 * Math.sin(Math.PI * ((ms - utterance.startMs()) % WORD_MS) / WORD_MS));
            }
        }
        return 0.005;
    }

    public static Waveform waveform(Transcript transcript) {
        List<byte[]> channels = new ArrayList<>();
        for (int channel = 0; channel < transcript.channelCount(); channel++) {
            byte[] peaks = new byte[(int) (transcript.durationMs() / BUCKET_MS + 1)];
            for (int i = 0; i < peaks.length; i++) {
                peaks[i] = (byte) Math.round(255 * level(transcript, channel, (long) i * BUCKET_MS));
            }
            channels.add(peaks);
        }
        return Waveform.of(BUCKET_MS, channels);
    }

    public static byte[] wav(Transcript transcript) {
        int channels = transcript.channelCount();
        int samples = (int) (transcript.durationMs() * RATE_HZ / 1000);
        int size = samples * 2 * channels;
        ByteBuffer wav = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels);
        wav.putInt(RATE_HZ)
                .putInt(RATE_HZ * 2 * channels)
                .putShort((short) (2 * channels))
                .putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (int i = 0; i < samples; i++) {
            for (int channel = 0; channel < channels; channel++) {
                double level = level(transcript, channel, i * 1000L / RATE_HZ);
                wav.putShort((short)
                        (Short.MAX_VALUE * level * Math.sin(2 * Math.PI * (220 + 110 * channel) * i / RATE_HZ)));
            }
        }
        return wav.array();
    }
}
