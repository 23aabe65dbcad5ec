package io.callscope.analytics.audit;

/** The append-only log. Implementations are thread-safe. */
public interface AuditLog {
    /**
     * Notes the event durably: when this returns, it is stored, and only then may be served what it is about.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store is away; then nothing may be served
     */
    void append(AuditEvent event);
}
