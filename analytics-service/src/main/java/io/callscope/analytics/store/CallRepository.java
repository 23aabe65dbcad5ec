package io.callscope.analytics.store;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Optional;

/**
 * What the pipeline writes, and one call with everything that is known about it. What a user may not see is not there
 * for him: every read of a call says whose calls are looked at. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface CallRepository extends CallIntake {
    /** Everything about one call. */
    Optional<CallDetail> detail(CallId callId, TeamScope scope);

    /** Whether there is a call, of whatever time and team, whose people and words its source says to be made up. */
    boolean hasSimulated();

    /**
     * Stores another analysis of the transcript that a call shows.
     *
     * @return whether it was stored; false when the call shows another transcript by now
     */
    boolean reanalyzed(CallTranscribed transcribed, CallAnalyzed analyzed);

    /**
     * Stores a transcript with the parties exchanged, its analysis and who exchanged them, and shows them.
     *
     * @return whether it was stored; false when the call shows another transcript by now than {@link Swap#seen}
     */
    boolean swapped(CallTranscribed transcribed, CallAnalyzed analyzed, Swap swap);
}
