package io.callscope.analytics.surveys;

import io.callscope.analytics.tables.BadValueException;
import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the values of a line to what they say. Immutable. */
final class RowReader {
    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern CHURN = Pattern.compile("[01](?:[.,]0+)?");
    private static final Pattern CUSTOMER = Pattern.compile("[0-9a-f]{64}");
    private static final double MOST_MONEY = 1e12;
    private static final String CUSTOMER_EXPECTED =
            "64 hex digits, the customer's key as callscope shows it; never a number";

    private final ZoneId site;

    /**
     * @param site in whose zone the file's times are
     */
    RowReader(ZoneId site) {
        this.site = site;
    }

    /**
     * @throws BadValueException naming the column, its value and what was expected
     */
    Figures read(FigureKind kind, Row row) {
        Figures figures = switch (kind) {
            case SURVEYS -> survey(row);
            case CUSTOMERS -> customer(row);
            case ACD -> acd(row);
            case TEAMS -> team(row);
        };
        boolean nothing =
                kind.figures().stream().allMatch(column -> row.text(column).isEmpty());
        if (kind != FigureKind.SURVEYS && nothing) {
            throw row.bad(kind.figures().get(0), "one figure at least");
        }
        return figures;
    }

    private static Figures survey(Row row) {
        String call = row.text("call_id");
        if (!call.isEmpty() && !CALL.matcher(call).matches()) {
            throw row.bad("call_id", "a call id: letters, digits and . _ : -");
        }
        String customer = customerKey(row);
        LocalDate day = row.text("date").isEmpty() ? null : row.day("date");
        if (call.isEmpty() && (customer.isEmpty() || day == null)) {
            throw row.bad("call_id", "a call id, or customer_key and date");
        }
        return new Figures.Survey(
                row.line(),
                orNull(call),
                orNull(customer),
                day,
                row.number("nps", 0, 10),
                row.number("csi", 0, 100),
                row.number("csat", 1, 5),
                row.number("ces", 1, 7));
    }

    private static Figures customer(Row row) {
        String customer = customerKey(row);
        if (customer.isEmpty()) {
            throw row.bad("customer_key", CUSTOMER_EXPECTED);
        }
        String churn = row.text("churn");
        if (!churn.isEmpty() && !CHURN.matcher(churn).matches()) {
            throw row.bad("churn", "0, or 1 when the customer has left");
        }
        return new Figures.Customer(
                row.line(),
                customer,
                row.day("date"),
                row.number("average_check", 0, MOST_MONEY),
                row.number("arpu", 0, MOST_MONEY),
                row.number("churn", 0, 1));
    }

    private static String customerKey(Row row) {
        String customer = row.text("customer_key");
        if (!customer.isEmpty() && !CUSTOMER.matcher(customer).matches()) {
            // what stands there may be a phone number, so it is not said
            throw new BadValueException(new Problem(row.line(), "customer_key", "…", CUSTOMER_EXPECTED));
        }
        return customer;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Figures acd(Row row) {
        Instant from = row.time("from").atZone(site).toInstant();
        Instant to = row.time("to").atZone(site).toInstant();
        if (!from.isBefore(to)) {
            throw row.bad("to", "a time after " + row.text("from"));
        }
        return new Figures.Acd(
                row.line(),
                row.required("queue", "the name of a queue, up to 200 characters"),
                from,
                to,
                row.number("offered", 0, 100_000_000),
                row.seconds("aht"),
                row.seconds("asa"),
                row.number("sl", 0, 100),
                row.number("lcr", 0, 100),
                row.number("occupancy", 0, 100));
    }

    private static Figures team(Row row) {
        return new Figures.Team(
                row.line(),
                row.required("team", "the name of a team, up to 200 characters"),
                row.month("month"),
                row.number("enps", -100, 100),
                row.number("turnover", 0, 100));
    }
}
