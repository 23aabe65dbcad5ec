package io.callscope.analytics.store;

import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of calls. Stateless; works within the caller's transaction. */
final class CallQueries {
    private static final EntryMapper ENTRIES = new EntryMapper();

    Optional<CallEntry> entry(Handle handle, CallId callId) {
        return handle.createQuery("SELECT * FROM calls WHERE call_id = :id")
                .bind("id", callId.value())
                .map(ENTRIES)
                .findOne();
    }

    List<CallSummary> sameCustomer(Handle handle, CallEntry entry, String customerKey, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope)
                .add("c.customer_key = %s", customerKey)
                .add("c.call_id <> %s", entry.callId().value());
        List<CallEntry> entries = conditions
                .bindTo(handle.createQuery("SELECT c.* FROM calls c " + conditions.where()
                        + " ORDER BY c.listed_at DESC, c.call_id LIMIT 20"))
                .map(ENTRIES)
                .list();
        return CallSummaries.of(handle, entries);
    }
}
