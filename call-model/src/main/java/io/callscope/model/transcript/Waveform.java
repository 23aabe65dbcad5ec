package io.callscope.model.transcript;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * How loud a recording is over its length, for drawing it without decoding it again. Immutable.
 *
 * @param bucketMs length of one bucket, milliseconds; bucket {@code i} begins at {@code i * bucketMs}
 * @param channels by channel, the loudest sample of each bucket as one byte, 0 silence to 255 full scale; in Base64
 */
public record Waveform(int bucketMs, List<String> channels) {
    public Waveform {
        channels = List.copyOf(channels);
        if (bucketMs < 1) {
            throw new IllegalArgumentException("bucket of %d ms: expected 1 or more".formatted(bucketMs));
        }
        long lengths = channels.stream()
                .map(channel -> Base64.getDecoder().decode(channel).length)
                .distinct()
                .count();
        if (lengths > 1) {
            throw new IllegalArgumentException(
                    "%d channels with %d different lengths: expected one".formatted(channels.size(), lengths));
        }
    }

    /**
     * @param peaks by channel, one byte for each bucket, read as 0 to 255
     */
    public static Waveform of(int bucketMs, List<byte[]> peaks) {
        List<String> channels = new ArrayList<>();
        for (byte[] channel : peaks) {
            channels.add(Base64.getEncoder().encodeToString(channel));
        }
        return new Waveform(bucketMs, channels);
    }

    /** The buckets of a channel, a byte each, to be read as 0 to 255. */
    public byte[] peaks(int channel) {
        return Base64.getDecoder().decode(channels.get(channel));
    }
}
