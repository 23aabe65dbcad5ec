package io.callscope.transcribe.channels;

import io.callscope.transcribe.audio.PcmSink;
import java.util.Optional;

/**
 * Finds out what two channels hold before either is recognised. A channel counts as having something of its own where it
 * is well above its noise and the other channel, delayed and amplified as fits best over the whole recording, leaves half
 * of its power or more unexplained. Both have: each party has a channel, whatever crosstalk there is. Only one has, or
 * neither: the same sound is in both. One that never rises above its noise is dead.
 *
 * <p>It stops listening as soon as both channels have had something of their own for some seconds, so a call whose
 * parties are apart is heard to the second or third turn only. Recordings with three channels and more are taken as they
 * are. Used by one thread.
 */
public final class LayoutProbe implements PcmSink {
    /** Samples a second that it is to be given. */
    public static final int RATE_HZ = 8_000;

    private static final int WINDOW = RATE_HZ / 20;
    private static final double WINDOWS_A_SECOND = 20;
    /** Each is aligned on its own, so that clocks which drift apart do no harm. */
    private static final int BLOCK = 20 * RATE_HZ;
    /** -66 dB of full scale: the rounding noise of 8-bit telephone codes lies above it. */
    private static final double LEAST_FLOOR = 270;
    /** Speech is 10 dB above the noise of its line. */
    private static final double ABOVE_FLOOR = 10;
    /** Fewer windows above the floor are clicks. */
    private static final int LEAST_ACTIVE = 4;

    private static final double UNEXPLAINED = 0.5;
    private static final double COHERENT = 0.5;
    private static final double VISIBLE = 3;
    /** Of a channel's speech; as much can be the doing of codecs. */
    private static final double OWN_SHARE = 0.02;

    private static final double LEAST_OWN_SECONDS = 0.4;
    private static final double SURE_SECONDS = 3;
    private static final double SURE_SHARE = 0.1;
    /** A party that is 12 dB quieter in the channel that would be kept is better heard in its own. */
    private static final double MOST_GAIN = 4;

    private final short[][] block = new short[2][BLOCK];
    private final SharedEnergy energy = new SharedEnergy();
    private int filled;
    private Optional<ChannelLayout> decided = Optional.empty();

    @Override
    public void accept(short[][] channels, int count) throws InterruptedException {
        if (channels.length != 2) {
            decided = Optional.of(channels.length == 1 ? ChannelLayout.ONE_CHANNEL : ChannelLayout.APART);
        }
        for (int from = 0; decided.isEmpty() && from < count; ) {
            int length = Math.min(count - from, BLOCK - filled);
            System.arraycopy(channels[0], from, block[0], filled, length);
            System.arraycopy(channels[1], from, block[1], filled, length);
            filled += length;
            from += length;
            if (filled == BLOCK) {
                measure();
                if (isSurelyApart()) {
                    decided = Optional.of(ChannelLayout.APART);
                }
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("comparing channels was abandoned");
        }
    }

    @Override
    public boolean wantsMore() {
        return decided.isEmpty();
    }

    /** What was found. Call once, after the last samples. */
    public ChannelLayout layout() {
        return decided.orElseGet(() -> {
            measure();
            return judge();
        });
    }

    private void measure() {
        float[] first = lowPassed(block[0], filled);
        float[] second = lowPassed(block[1], filled);
        int lag = Alignment.lag(first, second, filled);
        int from = Math.max(0, -lag);
        int to = Math.min(filled, filled - lag);
        for (int start = from; start + WINDOW <= to; start += WINDOW) {
            double ofFirst = 0;
            double ofSecond = 0;
            double product = 0;
            for (int i = start; i < start + WINDOW; i++) {
                ofFirst += first[i] * (double) first[i];
                ofSecond += second[i + lag] * (double) second[i + lag];
                product += first[i] * (double) second[i + lag];
            }
            energy.add(ofFirst / WINDOW, ofSecond / WINDOW, product / WINDOW);
        }
        filled = 0;
    }

    /** Two running means of 4: below 1 kHz a delay of a fraction of a sample does not matter, and voices are there. */
    private static float[] lowPassed(short[] samples, int count) {
        float[] passed = new float[count];
        float[] once = new float[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += samples[i];
        }
        mean /= Math.max(1, count);
        for (int i = 3; i < count; i++) {
            once[i] = (float) ((samples[i] + samples[i - 1] + samples[i - 2] + samples[i - 3]) / 4.0 - mean);
        }
        for (int i = 6; i < count; i++) {
            passed[i] = (once[i] + once[i - 1] + once[i - 2] + once[i - 3]) / 4;
        }
        return passed;
    }

    /**
     * @param activeWindows above the noise
     * @param ownWindows of them, not explained by the other channel
     */
    private record Heard(int activeWindows, int ownWindows) {
        double ownSeconds() {
            return ownWindows / WINDOWS_A_SECOND;
        }

        boolean hasOwn() {
            return ownSeconds() >= LEAST_OWN_SECONDS && ownWindows >= OWN_SHARE * activeWindows;
        }

        boolean surelyHasOwn() {
            return ownSeconds() >= SURE_SECONDS && ownWindows >= SURE_SHARE * activeWindows;
        }
    }

    /** By how much the other channel is to be amplified to come as near to this one as it can. */
    private double gainOf(int channel) {
        return energy.totalCommon() / Math.max(1e-9, energy.total(1 - channel));
    }

    private Heard heard(int channel) {
        double floor = energy.floor(channel, LEAST_FLOOR);
        double otherFloor = energy.floor(1 - channel, LEAST_FLOOR);
        double gain = gainOf(channel);
        double inOther = gainOf(1 - channel);
        boolean coherent = gain * inOther >= COHERENT;
        int active = 0;
        int own = 0;
        for (int window = 0; window < energy.windows(); window++) {
            double power = energy.power(channel, window);
            if (power < ABOVE_FLOOR * floor) {
                continue;
            }
            active++;
            // a copy buried in noise: what cannot be seen in the other channel is no evidence that it is not there
            boolean buried = coherent && inOther * inOther * power < VISIBLE * otherFloor;
            if (!buried && energy.rest(channel, window, gain) >= UNEXPLAINED * power) {
                own++;
            }
        }
        return new Heard(active, own);
    }

    private boolean isSurelyApart() {
        return heard(0).surelyHasOwn() && heard(1).surelyHasOwn();
    }

    private ChannelLayout judge() {
        Heard[] heard = {heard(0), heard(1)};
        boolean[] dead = {heard[0].activeWindows() < LEAST_ACTIVE, heard[1].activeWindows() < LEAST_ACTIVE};
        if (dead[0] && dead[1]) {
            return ChannelLayout.APART;
        }
        if (dead[0] || dead[1]) {
            return new ChannelLayout(ChannelLayout.Kind.DEAD_CHANNEL, dead[0] ? 1 : 0);
        }
        if (heard[0].hasOwn() && heard[1].hasOwn()) {
            return ChannelLayout.APART;
        }
        if (!heard[0].hasOwn() && !heard[1].hasOwn()) {
            return new ChannelLayout(ChannelLayout.Kind.SAME_SOUND, cleaner());
        }
        int kept = heard[0].hasOwn() ? 0 : 1;
        return Math.abs(gainOf(1 - kept)) > MOST_GAIN
                ? ChannelLayout.APART
                : new ChannelLayout(ChannelLayout.Kind.SAME_SOUND, kept);
    }

    /** The channel that stands out more from its noise. */
    private int cleaner() {
        double first = energy.total(0) / energy.floor(0, LEAST_FLOOR);
        double second = energy.total(1) / energy.floor(1, LEAST_FLOOR);
        return first >= second ? 0 : 1;
    }
}
