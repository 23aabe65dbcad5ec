package io.callscope.transcribe.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On made-up voices: bursts of a buzz with vowel-like overtones, each party at its own times and pitch. */
class LayoutProbeTest {
    private static final int RATE = LayoutProbe.RATE_HZ;
    private static final int SECONDS = 40;
    private static final int CHUNK = RATE / 5;

    private final double[] customer = party(210, 1, 0, SECONDS);
    private final double[] agent = party(120, 2, 2, SECONDS);

    @Test
    void partiesWithAChannelEachAreApart() throws Exception {
        // Given
        short[][] channels = {pcm(i -> customer[i]), pcm(i -> agent[i])};

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout).isEqualTo(ChannelLayout.APART);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.1, 0", "0, 0.1", "0.3, 0.3"})
    void crosstalkIsNoFakeStereo(double intoAgent, double intoCustomer) throws Exception {
        // Given
        short[][] channels = {
            pcm(i -> customer[i] + intoCustomer * agent[i]), pcm(i -> agent[i] + intoAgent * customer[i])
        };

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout).isEqualTo(ChannelLayout.APART);
    }

    @Test
    void aCustomerWhoTalksMostOfTheTimeIsApartInSpiteOfCrosstalk() throws Exception {
        // Given
        double[] short_ = new double[customer.length];
        System.arraycopy(agent, 0, short_, 0, 6 * RATE);
        short[][] channels = {pcm(i -> customer[i] + 0.1 * short_[i]), pcm(i -> short_[i] + 0.1 * customer[i])};

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout).isEqualTo(ChannelLayout.APART);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0.1, 0, 0", "-1, 0, 0", "0.5, 37, 0", "1, 700, 0", "1, 0, 300", "0.7, -13, 200"})
    void aCopyIsTheSameSound(double gain, int delay, double noise) throws Exception {
        // Given
        Random random = new Random(7);
        double[] both = both();
        short[][] channels = {
            pcm(i -> both[i]),
            pcm(i -> gain * both[Math.floorMod(i - delay, both.length)] + noise * random.nextGaussian())
        };

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout.kind()).isEqualTo(ChannelLayout.Kind.SAME_SOUND);
        assertThat(layout.hears(0)).isNotEqualTo(layout.hears(1));
    }

    @Test
    void ofAMixAndOnePartyTheMixIsHeard() throws Exception {
        // Given
        double[] both = both();
        short[][] channels = {pcm(i -> customer[i]), pcm(i -> both[i])};

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout).isEqualTo(new ChannelLayout(ChannelLayout.Kind.SAME_SOUND, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "noise", "hum"})
    void aChannelWithoutSpeechIsDead(String kind) throws Exception {
        // Given
        Random random = new Random(3);
        double[] both = both();
        IntToDoubleFunction dead = switch (kind) {
            case "silent" -> i -> 0;
            case "noise" -> i -> 200 * random.nextGaussian();
            default -> i -> 800 * Math.sin(2 * Math.PI * 50 * i / RATE) + 20 * random.nextGaussian();
        };

        // When
        ChannelLayout first = layout(pcm(dead), pcm(i -> both[i]));
        ChannelLayout second = layout(pcm(i -> both[i]), pcm(dead));

        // Then
        assertThat(first).isEqualTo(new ChannelLayout(ChannelLayout.Kind.DEAD_CHANNEL, 1));
        assertThat(second).isEqualTo(new ChannelLayout(ChannelLayout.Kind.DEAD_CHANNEL, 0));
    }

    @Test
    void aCallWithoutAnySoundIsLeftAsItIs() throws Exception {
        // Given
        short[][] channels = {pcm(i -> 0), pcm(i -> 0)};

        // When
        ChannelLayout layout = layout(channels);

        // Then
        assertThat(layout).isEqualTo(ChannelLayout.APART);
    }

    @Test
    void oneChannelIsSharedAndThreeAreTakenAsTheyAre() throws Exception {
        // Given
        short[] sound = pcm(i -> customer[i]);

        // When
        ChannelLayout one = layout(sound);
        ChannelLayout three = layout(sound, sound, sound);

        // Then
        assertThat(one).isEqualTo(ChannelLayout.ONE_CHANNEL);
        assertThat(three).isEqualTo(ChannelLayout.APART);
    }

    @Test
    void stopsListeningOnceBothPartiesWereHeard() throws Exception {
        // Given
        LayoutProbe probe = new LayoutProbe();
        short[][] channels = {pcm(i -> customer[i]), pcm(i -> agent[i])};

        // When
        int taken = feed(probe, channels);

        // Then
        assertThat(taken).isLessThanOrEqualTo(21 * RATE);
        assertThat(probe.layout()).isEqualTo(ChannelLayout.APART);
    }

    private double[] both() {
        double[] both = new double[customer.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = customer[i] + agent[i];
        }
        return both;
    }

    private static ChannelLayout layout(short[]... channels) throws InterruptedException {
        LayoutProbe probe = new LayoutProbe();
        feed(probe, channels);
        return probe.layout();
    }

    private static int feed(LayoutProbe probe, short[][] channels) throws InterruptedException {
        int at = 0;
        while (at < channels[0].length && probe.wantsMore()) {
            int count = Math.min(CHUNK, channels[0].length - at);
            short[][] chunk = new short[channels.length][CHUNK];
            for (int c = 0; c < channels.length; c++) {
                System.arraycopy(channels[c], at, chunk[c], 0, count);
            }
            probe.accept(chunk, count);
            at += count;
        }
        return at;
    }

    /** Speaks for 1.6 s of every 4 s, in syllables. */
    private static double[] party(double pitch, long seed, double from, int seconds) {
        Random random = new Random(seed);
        double[] samples = new double[seconds * RATE];
        double phase = 0;
        double formant = 500;
        for (int i = 0; i < samples.length; i++) {
            if (i % (RATE / 8) == 0) {
                formant = 300 + 500 * random.nextDouble();
            }
            phase += 2 * Math.PI * pitch * (1 + 0.05 * Math.sin(2 * Math.PI * i / RATE)) / RATE;
            double time = (i / (double) RATE + 4 - from) % 4;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time));
            if (time < 1.6) {
                double sound = 0;
                for (int overtone = 1; overtone <= 12; overtone++) {
                    double away = (overtone * pitch - formant) / 200;
                    sound += Math.sin(overtone * phase) / (1 + away * away);
                }
                samples[i] = 3_000 * syllable * sound;
            }
        }
        return samples;
    }

    private static short[] pcm(IntToDoubleFunction sound) {
        Random line = new Random(11);
        short[] samples = new short[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            double value = sound.applyAsDouble(i) + line.nextGaussian();
            samples[i] = (short) Math.max(-32_768, Math.min(32_767, Math.round(value)));
        }
        return samples;
    }
}
