package io.callscope.transcribe.audio;

import io.callscope.model.transcript.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how loud each channel is while a recording is decoded. The number of buckets does not grow with its length:
 * when all are used, pairs are merged and each is twice as long from then on, so a recording of a second or more has
 * {@value #MOST_BUCKETS} at most and at least half as many. Used by one thread.
 */
public final class WaveformCollector implements PcmSink {
    /** Even, so that merging leaves no bucket alone. */
    static final int MOST_BUCKETS = 2_000;

    private static final int FULL_SCALE = Short.MAX_VALUE;
    private static final int LOUDEST = 255;

    private final long rateHz;
    private final List<int[]> peaks = new ArrayList<>();
    private int bucketMs = 1;
    private int bucket;
    private long seen;
    private long bucketEnd;

    /**
     * @param rateHz samples of one channel a second
     */
    public WaveformCollector(int rateHz) {
        if (rateHz < 1) {
            throw new IllegalArgumentException("%d samples a second: expected 1 or more".formatted(rateHz));
        }
        this.rateHz = rateHz;
        this.bucketEnd = endOf(0);
    }

    @Override
    public void accept(short[][] channels, int count) {
        while (peaks.size() < channels.length) {
            peaks.add(new int[MOST_BUCKETS]);
        }
        int from = 0;
        while (from < count) {
            if (seen == bucketEnd) {
                nextBucket();
            }
            int to = (int) Math.min(count, from + bucketEnd - seen);
            for (int channel = 0; channel < channels.length; channel++) {
                int[] of = peaks.get(channel);
                of[bucket] = Math.max(of[bucket], loudest(channels[channel], from, to));
            }
            seen += to - from;
            from = to;
        }
    }

    private static int loudest(short[] samples, int from, int to) {
        int least = 0;
        int most = 0;
        for (int i = from; i < to; i++) {
            least = Math.min(least, samples[i]);
            most = Math.max(most, samples[i]);
        }
        return Math.max(most, -least);
    }

    private void nextBucket() {
        if (bucket + 1 == MOST_BUCKETS) {
            peaks.forEach(WaveformCollector::mergePairs);
            bucketMs *= 2;
            bucket = MOST_BUCKETS / 2 - 1;
        }
        bucket++;
        bucketEnd = endOf(bucket);
    }

    private static void mergePairs(int[] peaks) {
        for (int i = 0; i < MOST_BUCKETS / 2; i++) {
            peaks[i] = Math.max(peaks[2 * i], peaks[2 * i + 1]);
        }
        Arrays.fill(peaks, MOST_BUCKETS / 2, MOST_BUCKETS, 0);
    }

    /** The first sample that lies behind the bucket: the one at or after its end in time. */
    private long endOf(int place) {
        return ((place + 1L) * bucketMs * rateHz + 999) / 1000;
    }

    /** What was measured so far. */
    public Waveform waveform() {
        int used = seen == 0 ? 0 : bucket + 1;
        return Waveform.of(
                bucketMs, peaks.stream().map(channel -> bytes(channel, used)).toList());
    }

    private static byte[] bytes(int[] peaks, int used) {
        byte[] bytes = new byte[used];
        for (int i = 0; i < used; i++) {
            bytes[i] = (byte) Math.min(LOUDEST, (peaks[i] * LOUDEST + FULL_SCALE / 2) / FULL_SCALE);
        }
        return bytes;
    }
}
