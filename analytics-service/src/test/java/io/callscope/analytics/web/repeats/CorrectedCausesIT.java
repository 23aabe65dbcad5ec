package io.callscope.analytics.web.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.export.ExportedTable;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Causes of repeats beside what controllers say who compared contacts with the customer's others: of fifteen repeats of
 * each cause three are none, three have no news for their cause, one cannot be told, the others are as the machine says.
 */
class CorrectedCausesIT {
    private static TestPages pages;
    private static Document before;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededRepeats.pages();
        before = pages.as(Role.HEAD).page("/repeats?lang=ru");
        SeededRepeats.compare(pages);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void saysThatItIsTooEarlyWithoutReviews() {
        assertThat(before.select("#causes-checked table")).isEmpty();
        assertThat(before.select("#causes-checked").text())
                .contains("Исправленные доли причин показать рано: нужно ещё 10 проверок");
    }

    @Test
    void takesTheMachinesErrorsOutOfCauses() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/repeats");
        Document page = pages.page("/repeats?lang=ru");

        // Then
        Map<String, Double> expected = expected(report);
        JsonNode checked = report.get("correctedCauses");
        double sum = 0;
        for (JsonNode cause : checked.get("shares")) {
            double share = cause.get("share").doubleValue();
            assertThat(share)
                    .as(cause.get("cause").textValue())
                    .isCloseTo(expected.getOrDefault(cause.get("cause").textValue(), 0.0), within(1e-9));
            assertThat(cause.get("low").doubleValue()).isLessThanOrEqualTo(share);
            assertThat(cause.get("high").doubleValue()).isGreaterThanOrEqualTo(share);
            sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(checked.get("basis").textValue()).isEqualTo("MACHINE_AND_PEOPLE");
        assertThat(checked.get("together").intValue()).isPositive();
        assertThat(page.select("#causes-checked tbody tr")).hasSameSizeAs(checked.get("shares"));
        assertThat(page.select("#causes-checked [data-checked=no-repeat]").text())
                .startsWith("По мнению контролёров, не повтор –")
                .contains("%.1f".formatted(100 * expected.get("no-repeat")).replace('.', ','));
    }

    /** By hand: what was said of each cause of the machine, those with fewer than ten answers as one, by its repeats. */
    private static Map<String, Double> expected(JsonNode report) {
        Map<String, Double> weights = new HashMap<>();
        for (JsonNode cause : report.get("causes")) {
            weights.merge(cause.get("cause").textValue(), cause.get("repeats").doubleValue(), Double::sum);
        }
        double repeats =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Map<String, Integer>> said = said();
        Map<String, Integer> few = new HashMap<>();
        double fewWeight = 0;
        Map<String, Double> expected = new HashMap<>();
        for (Map.Entry<String, Double> cause : weights.entrySet()) {
            Map<String, Integer> answers = said.get(cause.getKey());
            if (total(answers) < 10) {
                answers.forEach((answer, count) -> few.merge(answer, count, Integer::sum));
                fewWeight += cause.getValue() / repeats;
            } else {
                add(expected, answers, cause.getValue() / repeats);
            }
        }
        assertThat(total(few)).isGreaterThanOrEqualTo(10);
        add(expected, few, fewWeight);
        return expected;
    }

    private static void add(Map<String, Double> expected, Map<String, Integer> answers, double weight) {
        answers.forEach((answer, count) -> expected.merge(answer, weight * count / total(answers), Double::sum));
    }

    private static int total(Map<String, Integer> answers) {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Answers by the machine's cause; what could not be told is none. */
    private static Map<String, Map<String, Integer>> said() {
        Map<String, Map<String, Integer>> said = new HashMap<>();
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle -> handle.createQuery("""
                        SELECT %s AS machine, CASE WHEN p.repeats THEN p.said ELSE 'no-repeat' END AS people
                        FROM contacts JOIN (SELECT call_id, repeats, %s AS said FROM pair_reviews) AS p USING (call_id)
                        WHERE contacts.cause IS NOT NULL AND (NOT p.repeats OR p.said IS NOT NULL)
                        """.formatted(SeededRepeats.REPORTED, SeededRepeats.REPORTED))
                        .map((row, context) -> said.computeIfAbsent(row.getString("machine"), key -> new HashMap<>())
                                .merge(row.getString("people"), 1, Integer::sum))
                        .list());
        return said;
    }

    @Test
    void takesTheShareOfRepeatsFromWhoHeardTheOtherContacts() throws Exception {
        // Given
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        long marked = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM pair_reviews JOIN contacts USING (call_id) WHERE said OR position > 1")
                .mapTo(Long.class)
                .one());
        long confirmed = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pair_reviews JOIN contacts USING (call_id)
                        WHERE (said OR position > 1) AND repeats""").mapTo(Long.class).one());

        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/repeats");

        // Then: nobody answered the question about the call alone
        double raw = report.at("/repeats/share").doubleValue();
        assertThat(report.at("/corrected/reviewed").longValue()).isEqualTo(marked + 40);
        assertThat(report.at("/corrected/share").doubleValue())
                .isCloseTo(raw * confirmed / marked + (1 - raw) * 2 / 40, within(1e-9));
    }

    @Test
    void putsTheSameFiguresIntoFiles() throws Exception {
        // When
        JsonNode checked = pages.as(Role.HEAD).json("/api/repeats").get("correctedCauses");
        ExportedTable table = ExportedTable.of(pages, "/repeats/export", "");

        // Then: departments share a cause, and people name what the machine does not
        for (JsonNode cause : checked.get("shares")) {
            String id = cause.get("cause").textValue();
            boolean apart = id.equals("other-department-process") || id.equals("no-repeat");
            Map<String, String> row = table.row(apart ? "Cause, all departments" : "Cause", id);
            ExportedTable.assertCorrected(
                    row,
                    cause,
                    "%d causes of the machine are taken together: at least one has fewer than ten reviews"
                            .formatted(checked.get("together").intValue()));
            assertThat(row).containsEntry("Reviewed", checked.get("reviewed").asText());
        }
    }

    @Test
    void hasNoCausesWhereThereAreNoRepeats() throws Exception {
        // When
        JsonNode narrowed =
                pages.as(Role.HEAD).json("/api/repeats?week=2026-06-01").get("correctedCauses");

        // Then
        assertThat(narrowed.get("repeats").longValue()).isZero();
        assertThat(narrowed.get("basis").textValue()).isEqualTo("NOTHING");
        assertThat(narrowed.get("shares")).isEmpty();
    }
}
