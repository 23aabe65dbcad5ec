package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditCheck;
import io.callscope.analytics.audit.AuditRow;
import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log.
 *
 * @param given the filter as the address has it
 * @param rows newest first
 * @param olderAddress where the older rows are; null when these are the last
 * @param exportAddress the same rows as a file
 * @param check what the check of the chain found; null when none was asked for
 */
public record AuditView(
        View view,
        Map<String, String> given,
        List<AuditRow> rows,
        @Nullable String olderAddress,
        String exportAddress,
        AuditCheck.@Nullable Result check) {
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    public List<AuditAction> actions() {
        return List.of(AuditAction.values());
    }
}
