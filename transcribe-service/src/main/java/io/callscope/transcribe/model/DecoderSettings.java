package io.callscope.transcribe.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Settings of Kaldi's lattice decoder, by the names that it gives them in {@code conf/model.conf}. Immutable.
 *
 * @param beam how much less likely than the best a hypothesis may become before it is dropped, 1 to 30; costs time
 * @param maxActive most hypotheses that are followed at once, 100 to 20 000; bounds the time for unclear speech
 * @param latticeBeam how much less likely a path may be and still count for the confidence of words, 0.5 to 15
 * @see <a href="https://kaldi-asr.org/doc/decoders.html">Decoders used in the Kaldi toolkit</a>
 */
public record DecoderSettings(
        @JsonProperty(required = true) double beam,
        @JsonProperty(required = true) int maxActive,
        @JsonProperty(required = true) double latticeBeam) {
    public DecoderSettings {
        requireRange("beam", beam, 1, 30);
        requireRange("maxActive", maxActive, 100, 20_000);
        requireRange("latticeBeam", latticeBeam, 0.5, 15);
    }

    private static void requireRange(String name, double value, double least, double most) {
        // said this way round, what is no number is refused too
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s %s: expected %s to %s".formatted(name, number(value), number(least), number(most)));
        }
    }

    /** As lines of {@code conf/model.conf}. */
    public List<String> options() {
        return List.of("--beam=" + number(beam), "--max-active=" + maxActive, "--lattice-beam=" + number(latticeBeam));
    }

    /** Without a fraction of nothing: 9 and not 9.0. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
