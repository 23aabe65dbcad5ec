package io.callscope.transcribe.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MfccTest {
    @Test
    void theSpectrumIsThatOfTheDefinition() {
        // Given
        Random random = new Random(1);
        double[] signal = random.doubles(32).toArray();
        double[] power = new double[16];

        // When
        new Fft(32).power(signal, power);

        // Then
        for (int k = 0; k < 16; k++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < 32; n++) {
                real += signal[n] * Math.cos(2 * Math.PI * k * n / 32);
                imaginary -= signal[n] * Math.sin(2 * Math.PI * k * n / 32);
            }
            assertThat(power[k]).isCloseTo(real * real + imaginary * imaginary, within(1e-9));
        }
    }

    @Test
    void louderSoundDiffersInTheEnergyOnly() {
        // Given: sound in every band, so that no band holds the rounding of samples alone
        Random random = new Random(7);
        short[] loud = new short[Mfcc.FRAME];
        short[] soft = new short[loud.length];
        for (int i = 0; i < soft.length; i++) {
            loud[i] = (short) (random.nextInt(16_001) - 8_000);
            soft[i] = (short) (loud[i] / 2);
        }
        Mfcc mfcc = new Mfcc();

        // When
        float[] ofLoud = mfcc.of(loud, 0);
        float[] ofSoft = mfcc.of(soft, 0);

        // Then
        assertThat(ofLoud[0] - ofSoft[0]).isCloseTo((float) Math.log(4), within(0.01f));
        assertThat(ofLoud[1]).isCloseTo(ofSoft[1], within(0.5f));
    }

    @Test
    void silenceHasFiniteCepstra() {
        // Given
        short[] silence = new short[Mfcc.FRAME];

        // When
        float[] cepstra = new Mfcc().of(silence, 0);

        // Then
        for (float value : cepstra) {
            assertThat(value).isFinite();
        }
    }
}
