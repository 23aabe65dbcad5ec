package io.callscope.analytics.parties;

import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;

/** Exchanges agent and customer of a call by hand. Implementations are thread-safe. */
public interface PartySwaps {
    /** How it ended. */
    enum Outcome {
        /** Exchanged, analyzed anew and stored. */
        SWAPPED,
        /** There is no such call with a transcript that the user may see. */
        NOT_THERE,
        /** The call has another transcript by now than the user saw; nothing was stored. */
        CHANGED,
        /** Nobody knows who speaks, so there is nothing to exchange; nothing was stored. */
        NO_PARTIES
    }

    /**
     * @param seen hash of the transcript that the user saw
     * @throws io.callscope.kit.failure.RetryableException when the store is away for now
     */
    Outcome swap(CallId call, String seen, User who);
}
