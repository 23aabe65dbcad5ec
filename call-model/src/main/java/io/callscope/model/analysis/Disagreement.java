package io.callscope.model.analysis;

import java.util.Objects;

/**
 * What a language model and the rules say differently of one call.
 *
 * @param about what they differ on: the full code of a mark, or {@link #REASON}, {@link #RESOLUTION}, {@link #REPEAT}
 * @param model what the model says: {@link #HEARD} or {@link #NOT_HEARD} of a mark and of a repeat, else the id it chose
 * @param rules what the rules say, in the same words
 */
public record Disagreement(String about, String model, String rules) {
    /** They differ on what the call is about. */
    public static final String REASON = "contact-reason";
    /** They differ on how the question ended. */
    public static final String RESOLUTION = "resolution";
    /** They differ on whether the customer says that he calls again. */
    public static final String REPEAT = "repeat";
    /** It is in the call. */
    public static final String HEARD = "heard";
    /** It is not in the call. */
    public static final String NOT_HEARD = "not-heard";

    public Disagreement {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(rules, "rules");
    }
}
