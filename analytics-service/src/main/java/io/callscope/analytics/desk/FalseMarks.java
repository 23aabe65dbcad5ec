package io.callscope.analytics.desk;

import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Marks, signals and flags that people call false. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface FalseMarks {
    /** Those of a call that stand, oldest first. Whoever asks has seen to it that the call may be seen. */
    List<FalseMark> of(CallId call);

    /**
     * Calls something false. When it is a rule and every reason of its card is false now, the card is closed, unless
     * somebody else works on it. Calling the same thing false again changes nothing.
     *
     * @return the false mark that stands now; empty when the person sees no such call or the machine heard no such thing
     */
    Optional<FalseMark> give(FalseMark.Subject subject, FalseReason reason, String comment, User who, Instant at);

    /**
     * Takes one back; a card that was closed as false comes back with it.
     *
     * @return whether there was one that this person may take back: his own, or anybody's where he leads
     */
    boolean undo(long number, CallId call, User who, Instant at);

    /** Whether a person may take back what another gave. */
    static boolean mayUndo(FalseMark mark, User user) {
        Person person = Person.of(user);
        return person.leads() || person.is(mark.who());
    }
}
