package io.callscope.analytics.repeats;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contacts about one issue. Implementations are thread-safe. */
public interface RepeatChains {
    /**
     * The contacts about a call's issue that may be seen, in order of time.
     *
     * @return empty when nobody came again, or the call is not linked yet
     */
    List<Member> of(CallId call, TeamScope scope);

    /**
     * One of them.
     *
     * @param call the contact's first call
     * @param position which contact about the issue it is, from 1
     * @param linkedBy what tells that it repeats the one before; null when it is the first
     * @param cause id of why it was necessary; null when it is the first
     * @param owner department that can stop the cause; null when nobody is named
     * @param isThis whether it is the call's own contact
     * @param isTrigger whether it made the call's contact necessary
     */
    record Member(
            CallId call,
            Instant startedAt,
            String reason,
            int position,
            @Nullable String linkedBy,
            @Nullable String cause,
            @Nullable String owner,
            boolean isThis,
            boolean isTrigger) {}

    /** Nothing is linked. */
    static RepeatChains none() {
        return (call, scope) -> List.of();
    }
}
