package io.callscope.analytics.repeats.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.callscope.statistics.Interval;
import io.callscope.statistics.Newcombe;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a share changed against the weeks before.
 *
 * @param previous the share of the weeks before
 * @param difference now minus before, -1 to 1; null when one of the two is not known
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
public record Change(
        Share previous,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high,
        Verdict verdict) {
    /** What may be said about a change. */
    public enum Verdict {
        MORE,
        LESS,
        /** The difference may be chance. */
        NOISE,
        /** Too few contacts to say anything. */
        TOO_FEW;

        /** The word in JSON and messages. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Change between(Share previous, double previousEffect, Share now, double effect) {
        Double before = previous.share();
        Double after = now.share();
        if (before == null || after == null || previous.isFew() || now.isFew()) {
            return new Change(previous, null, null, null, Verdict.TOO_FEW);
        }
        Interval interval =
                Newcombe.difference(after, now.of() / effect, before, previous.of() / previousEffect, Share.CONFIDENCE);
        Verdict verdict = interval.lower() > 0 ? Verdict.MORE : interval.upper() < 0 ? Verdict.LESS : Verdict.NOISE;
        return new Change(previous, after - before, interval.lower(), interval.upper(), verdict);
    }
}
