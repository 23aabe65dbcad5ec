package io.callscope.analytics.surveys;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Imported figures in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiFigureStore implements FigureStore {
    /** {@code xmax} of a row that was just added is 0. No row comes back when nothing changes. */
    private static final String SURVEY = """
            INSERT INTO surveys AS s (subject, call_id, customer_key, asked_on, nps, csi, csat, ces)
            VALUES (:subject, :call, :customer, :day, :nps, :csi, :csat, :ces)
            ON CONFLICT (subject) DO UPDATE SET
                customer_key = coalesce(excluded.customer_key, s.customer_key),
                asked_on = coalesce(excluded.asked_on, s.asked_on),
                nps = coalesce(excluded.nps, s.nps), csi = coalesce(excluded.csi, s.csi),
                csat = coalesce(excluded.csat, s.csat), ces = coalesce(excluded.ces, s.ces)
            WHERE (s.customer_key, s.asked_on, s.nps, s.csi, s.csat, s.ces) IS DISTINCT FROM
                (coalesce(excluded.customer_key, s.customer_key), coalesce(excluded.asked_on, s.asked_on),
                coalesce(excluded.nps, s.nps), coalesce(excluded.csi, s.csi), coalesce(excluded.csat, s.csat),
                coalesce(excluded.ces, s.ces))
            RETURNING s.xmax = 0 AS added
            """;

    private static final String CUSTOMER = """
            INSERT INTO customer_figures AS s (customer_key, noted_on, average_check, arpu, churn)
            VALUES (:customer, :day, :average_check, :arpu, :churn)
            ON CONFLICT (customer_key, noted_on) DO UPDATE SET
                average_check = coalesce(excluded.average_check, s.average_check),
                arpu = coalesce(excluded.arpu, s.arpu), churn = coalesce(excluded.churn, s.churn)
            WHERE (s.average_check, s.arpu, s.churn) IS DISTINCT FROM
                (coalesce(excluded.average_check, s.average_check), coalesce(excluded.arpu, s.arpu),
                coalesce(excluded.churn, s.churn))
            RETURNING s.xmax = 0 AS added
            """;

    private static final String ACD = """
            INSERT INTO acd_figures AS s (queue, began_at, ended_at, offered, aht, asa, sl, lcr, occupancy)
            VALUES (:queue, :from, :to, :offered, :aht, :asa, :sl, :lcr, :occupancy)
            ON CONFLICT (queue, began_at) DO UPDATE SET ended_at = excluded.ended_at,
                offered = coalesce(excluded.offered, s.offered), aht = coalesce(excluded.aht, s.aht),
                asa = coalesce(excluded.asa, s.asa), sl = coalesce(excluded.sl, s.sl),
                lcr = coalesce(excluded.lcr, s.lcr), occupancy = coalesce(excluded.occupancy, s.occupancy)
            WHERE (s.ended_at, s.offered, s.aht, s.asa, s.sl, s.lcr, s.occupancy) IS DISTINCT FROM
                (excluded.ended_at, coalesce(excluded.offered, s.offered), coalesce(excluded.aht, s.aht),
                coalesce(excluded.asa, s.asa), coalesce(excluded.sl, s.sl), coalesce(excluded.lcr, s.lcr),
                coalesce(excluded.occupancy, s.occupancy))
            RETURNING s.xmax = 0 AS added
            """;

    private static final String TEAM = """
            INSERT INTO team_figures AS s (team, month, enps, turnover) VALUES (:team, :month, :enps, :turnover)
            ON CONFLICT (team, month) DO UPDATE SET enps = coalesce(excluded.enps, s.enps),
                turnover = coalesce(excluded.turnover, s.turnover)
            WHERE (s.enps, s.turnover) IS DISTINCT FROM
                (coalesce(excluded.enps, s.enps), coalesce(excluded.turnover, s.turnover))
            RETURNING s.xmax = 0 AS added
            """;

    private final Jdbi jdbi;

    public JdbiFigureStore(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public Set<String> unknownCalls(Collection<String> calls) {
        Set<String> unknown = new HashSet<>(calls);
        SqlFailures.translating(() -> jdbi.withHandle(
                        handle -> handle.createQuery("SELECT call_id FROM calls WHERE call_id = ANY(:calls)")
                                .bindArray("calls", String.class, calls)
                                .mapTo(String.class)
                                .list()))
                .forEach(unknown::remove);
        return unknown;
    }

    @Override
    public Kept keep(List<Figures> rows, boolean dryRun) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int added = 0;
            int changed = 0;
            for (Figures row : rows) {
                Optional<Boolean> isNew = statement(handle, row)
                        .executeAndReturnGeneratedKeys()
                        .map((result, context) -> result.getBoolean("added"))
                        .findOne();
                added += isNew.isPresent() && isNew.get() ? 1 : 0;
                changed += isNew.isPresent() && !isNew.get() ? 1 : 0;
            }
            if (dryRun) {
                handle.rollback();
            }
            return new Kept(added, changed, rows.size() - added - changed);
        }));
    }

    private static Update statement(Handle handle, Figures row) {
        if (row instanceof Figures.Survey survey) {
            return handle.createUpdate(SURVEY)
                    .bind("subject", survey.key())
                    .bind("call", survey.callId())
                    .bind("customer", survey.customerKey())
                    .bind("day", survey.askedOn())
                    .bind("nps", survey.nps())
                    .bind("csi", survey.csi())
                    .bind("csat", survey.csat())
                    .bind("ces", survey.ces());
        }
        if (row instanceof Figures.Customer customer) {
            return handle.createUpdate(CUSTOMER)
                    .bind("customer", customer.customerKey())
                    .bind("day", customer.notedOn())
                    .bind("average_check", customer.averageCheck())
                    .bind("arpu", customer.arpu())
                    .bind("churn", customer.churn());
        }
        if (row instanceof Figures.Acd acd) {
            return handle.createUpdate(ACD)
                    .bind("queue", acd.queue())
                    .bind("from", Columns.time(acd.from()))
                    .bind("to", Columns.time(acd.to()))
                    .bind("offered", acd.offered())
                    .bind("aht", acd.aht())
                    .bind("asa", acd.asa())
                    .bind("sl", acd.sl())
                    .bind("lcr", acd.lcr())
                    .bind("occupancy", acd.occupancy());
        }
        Figures.Team team = (Figures.Team) row;
        return handle.createUpdate(TEAM)
                .bind("team", team.team())
                .bind("month", team.month())
                .bind("enps", team.enps())
                .bind("turnover", team.turnover());
    }
}
