package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.CallMetadata;
import java.util.List;
import java.util.Objects;

/** What a mark gets where its own words say nothing else, whatever classifier made it. Immutable. */
public final class MarkDefaults {
    private static final int IRRITATION = 1;
    private static final int OBSTACLE = 2;

    private final Codebook codebook;

    public MarkDefaults(Codebook codebook) {
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    /** Where the problem arose: what the call is about, then what the source knew, then what the code says. */
    public String stage(CodeDefinition code, String contactReason, CallMetadata metadata) {
        if (code.stageFixed()) {
            return code.stage();
        }
        String ofReason =
                codebook.reason(contactReason).map(ReasonDefinition::stage).orElse(null);
        if (ofReason != null) {
            return ofReason;
        }
        String given = metadata.stage();
        return given != null && codebook.stage(given).isPresent() ? given : code.stage();
    }

    /**
     * How heavy it is: 1 to 3, 0 for a driver. An obstacle that the call removed was an irritation.
     *
     * @param repeat whether the customer calls again
     */
    public static int severity(CodeDefinition code, Resolution resolution, boolean repeat) {
        if (code.polarity() == Polarity.DRIVER) {
            return 0;
        }
        boolean gotIt = resolution == Resolution.RESOLVED && !repeat;
        return gotIt && code.severity() == OBSTACLE ? IRRITATION : code.severity();
    }

    /** A call with a barrier that nobody is heard to remove has not ended well, though no word says so. */
    public static Resolution ended(Resolution heard, List<Mark> marks) {
        boolean barrier = marks.stream().anyMatch(mark -> mark.polarity() == Polarity.BARRIER);
        return heard == Resolution.UNKNOWN && barrier ? Resolution.UNRESOLVED : heard;
    }
}
