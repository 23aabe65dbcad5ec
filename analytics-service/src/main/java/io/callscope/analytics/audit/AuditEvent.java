package io.callscope.analytics.audit;

import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something to be noted.
 *
 * @param login who did it
 * @param calls the calls that it touched; empty when it is about none
 * @param detail what else to know; never words of a call or a phone number
 */
public record AuditEvent(String login, AuditAction action, List<CallId> calls, Map<String, String> detail) {
    public AuditEvent {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(action, "action");
        calls = List.copyOf(calls);
        detail = Map.copyOf(detail);
    }
}
