package io.callscope.analytics.web.model;

import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days whose costs an address asks for, both included.
 */
record CostsQuery(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 366;

    /**
     * @param today where nothing is said the days end here
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static CostsQuery of(Context context, LocalDate today) {
        LocalDate to = day(context, "to", today);
        LocalDate from = day(context, "from", to.minusDays(USUAL_DAYS - 1L));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.badParameter(
                    "from",
                    from.toString(),
                    Expected.of("expected.days-before", to.toString(), Integer.toString(MOST_DAYS)));
        }
        return new CostsQuery(from, to);
    }

    private static LocalDate day(Context context, String name, LocalDate otherwise) {
        @Nullable String value = context.queryParam(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        ParameterCheck.date().check(name, value);
        return LocalDate.parse(value);
    }
}
