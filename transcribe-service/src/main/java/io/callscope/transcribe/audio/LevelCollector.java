package io.callscope.transcribe.audio;

import io.callscope.model.transcript.ChannelLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures how loud each channel is altogether while a recording is decoded, in memory that does not grow with it. The
 * level of what is not silent is that of ITU-T P.56, method B: the energy of the channel over the time in which it is
 * active, active being what lies no more than {@value #MARGIN_DB} dB below that level, and the {@value #HANGOVER_MS} ms
 * behind it. The envelope is the root mean square of frames of {@value #FRAME_MS} ms. Used by one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-P.56">ITU-T P.56, objective measurement of active speech level</a>
 */
public final class LevelCollector implements PcmSink {
    static final double MARGIN_DB = 15.9;
    static final int HANGOVER_MS = 200;
    static final int FRAME_MS = 20;

    /** Nobody speaks this softly. */
    private static final int SOFTEST_DB = -70;

    private static final int HANGOVER_FRAMES = HANGOVER_MS / FRAME_MS;
    private static final double FULL_SCALE = 32_768;

    private final int frameSamples;
    private final List<Channel> channels = new ArrayList<>();

    /**
     * @param rateHz samples of one channel a second
     */
    public LevelCollector(int rateHz) {
        if (rateHz < 1) {
            throw new IllegalArgumentException("%d samples a second: expected 1 or more".formatted(rateHz));
        }
        this.frameSamples = Math.max(1, rateHz * FRAME_MS / 1000);
    }

    @Override
    public void accept(short[][] samples, int count) {
        while (channels.size() < samples.length) {
            channels.add(new Channel(frameSamples));
        }
        for (int channel = 0; channel < samples.length; channel++) {
            channels.get(channel).accept(samples[channel], count);
        }
    }

    /** What was measured so far, by channel. */
    public List<ChannelLevel> levels() {
        return channels.stream().map(Channel::level).toList();
    }

    /** One channel. */
    private static final class Channel {
        private final int frameSamples;

        /** By threshold, {@link #SOFTEST_DB} and up in steps of 1 dB. */
        private final long[] activeFrames = new long[-SOFTEST_DB + 1];

        private final int[] hangover = new int[-SOFTEST_DB + 1];
        private double frameEnergy;
        private int inFrame;
        private double energy;
        private long samples;
        private long clipped;
        private int peak;

        Channel(int frameSamples) {
            this.frameSamples = frameSamples;
        }

        void accept(short[] of, int count) {
            for (int i = 0; i < count; i++) {
                int loud = Math.abs((int) of[i]);
                peak = Math.max(peak, loud);
                if (loud >= Short.MAX_VALUE) {
                    clipped++;
                }
                frameEnergy += (double) of[i] * of[i];
                if (++inFrame == frameSamples) {
                    endFrame();
                }
            }
            samples += count;
        }

        private void endFrame() {
            double level = decibels(Math.sqrt(frameEnergy / inFrame));
            for (int threshold = 0; threshold < activeFrames.length; threshold++) {
                if (level >= SOFTEST_DB + threshold) {
                    hangover[threshold] = HANGOVER_FRAMES + 1;
                }
                if (hangover[threshold] > 0) {
                    hangover[threshold]--;
                    activeFrames[threshold]++;
                }
            }
            energy += frameEnergy;
            frameEnergy = 0;
            inFrame = 0;
        }

        ChannelLevel level() {
            return new ChannelLevel(active(), decibels(peak), samples == 0 ? 0 : (double) clipped / samples);
        }

        /** The lowest threshold that lies near enough below the level that follows from it. */
        private @Nullable Double active() {
            for (int threshold = 0; threshold < activeFrames.length; threshold++) {
                if (activeFrames[threshold] == 0) {
                    return null;
                }
                double level = decibels(Math.sqrt(energy / ((double) activeFrames[threshold] * frameSamples)));
                if (level - (SOFTEST_DB + threshold) <= MARGIN_DB) {
                    return level;
                }
            }
            return null;
        }

        /** Relative to full scale; of digital silence what half a step would have. */
        private static double decibels(double value) {
            return Math.round(200 * Math.log10(Math.max(0.5, value) / FULL_SCALE)) / 10.0;
        }
    }
}
