package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Objects;

/**
 * Puts analyses of a reanalysis in the place of those that were compared. Implementations are thread-safe. Every method
 * throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Renewals {
    /**
     * Stores another analysis of the transcript that a call shows, and notes that it has to be published. The one before
     * stays readable.
     *
     * @param renewal what the new analysis was compared with
     * @return whether it was stored; false when the call shows another transcript or another analysis by now
     */
    boolean renew(CallTranscribed transcribed, CallAnalyzed analyzed, Renewal renewal);

    /**
     * @param reanalysis number of the reanalysis
     * @param seen key of the analysis that was compared: nothing is put in the place of any other
     */
    record Renewal(long reanalysis, String seen) {
        public Renewal {
            Objects.requireNonNull(seen, "seen");
        }
    }
}
