package io.callscope.analytics.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How plans stand in rows. Stateless. */
final class PlanRows {
    private static final TypeReference<PlanSettings> SETTINGS = new TypeReference<>() {};

    private PlanRows() {}

    static String id(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static Role role(String id) {
        return Role.valueOf(id.toUpperCase(Locale.ROOT));
    }

    static SamplePlan plan(ResultSet row, List<SamplePlan.Planned> calls) throws SQLException {
        return new SamplePlan(
                Objects.requireNonNull(row.getObject("week", LocalDate.class), "week"),
                row.getLong("seed"),
                Columns.fromJson(Columns.required(row, "settings"), SETTINGS),
                row.getInt("candidates"),
                Columns.requiredInstant(row, "made_at"),
                Columns.required(row, "made_by"),
                calls);
    }
}
