package io.callscope.standalone.month;

import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What customers of the simulated month answer when they are asked afterwards. How likely somebody is to recommend the
 * company depends on what is true of his call, by effects that are written here; who is dissatisfied answers more often.
 * Draws on its own, so that the calls are the same with surveys and without. Stateless.
 */
public final class MonthSurveys {
    /** Recommends it so much, on the scale of 0 to 10, when nothing is wrong. */
    static final double CONTENT = 8.4;

    /** Points that a call costs that ends without a solution. */
    static final double UNSOLVED = 2.2;

    /** Points that a call costs that ends with a promise instead of a solution. */
    static final double PROMISED = 0.7;

    /** Points that it costs to have to call again. */
    static final double AGAIN = 1.6;

    private static final double NOISE = 1.5;
    private static final double ASKED = 0.9;
    private static final double CONTENT_ANSWERS = 0.4;
    private static final double DISCONTENT_ANSWERS = 0.6;
    private static final int DISCONTENT = 6;

    private MonthSurveys() {}

    /**
     * Somebody who was asked.
     *
     * @param nps 0 to 10; null when he did not answer
     */
    public record Survey(String callId, @Nullable Integer nps) {
        public Survey {
            Objects.requireNonNull(callId, "callId");
        }
    }

    /** Those who were asked, in the order of the calls. */
    public static List<Survey> of(long seed, List<MonthCall> calls) {
        Random random = new Random(seed ^ 0x5eed_0f5e);
        List<Survey> surveys = new ArrayList<>();
        for (MonthCall call : calls) {
            boolean asked = random.nextDouble() < ASKED;
            double noise = random.nextGaussian() * NOISE;
            double answering = random.nextDouble();
            if (!asked || call.truth().kind() != Kind.CONTACT || call.truth().ending() == Ending.FORWARDED) {
                continue;
            }
            int nps = (int) Math.max(0, Math.min(10, Math.round(expected(call.truth()) + noise)));
            boolean answers = answering < (nps <= DISCONTENT ? DISCONTENT_ANSWERS : CONTENT_ANSWERS);
            surveys.add(new Survey(call.id(), answers ? nps : null));
        }
        return List.copyOf(surveys);
    }

    /** Before chance, on the scale of 0 to 10. */
    static double expected(MonthTruth truth) {
        double points = CONTENT;
        if (truth.ending() == Ending.OPEN) {
            points -= UNSOLVED;
        }
        if (truth.ending() == Ending.PROMISE) {
            points -= PROMISED;
        }
        return truth.repeats() == null ? points : points - AGAIN;
    }
}
