package io.callscope.analytics.gold;

import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call and what people heard in it. Immutable.
 *
 * @param id the call's id in the file
 * @param transcript what was said
 * @param barriers what hinders the customer
 * @param drivers what helps him
 * @param signals ids of the signals; null when the file does not say
 * @param reason id of the contact reason; null when the file does not say
 * @param repeatSaid whether the customer says that he calls again
 * @param repeatCause id of the cause; null when it is no repeat
 * @param resolution how the question ended
 * @param evidenceSufficient false when there is nothing to judge
 */
public record GoldCall(
        String id,
        Transcript transcript,
        List<GoldMark> barriers,
        List<GoldMark> drivers,
        @Nullable Set<String> signals,
        @Nullable String reason,
        boolean repeatSaid,
        @Nullable String repeatCause,
        Resolution resolution,
        boolean evidenceSufficient) {
    public GoldCall {
        barriers = List.copyOf(barriers);
        drivers = List.copyOf(drivers);
        signals = signals == null ? null : Set.copyOf(signals);
    }

    /**
     * A barrier or driver that people heard.
     *
     * @param force the force
     * @param code full id of the code; null when the file does not say
     * @param stage id of the journey stage; null when the file does not say
     * @param utterances where, from 0
     */
    public record GoldMark(
            Force force, @Nullable String code, @Nullable String stage, List<Integer> utterances) {
        public GoldMark {
            utterances = List.copyOf(utterances);
        }
    }
}
