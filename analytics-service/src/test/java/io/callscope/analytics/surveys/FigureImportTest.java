package io.callscope.analytics.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.UnusableFileException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureImportTest {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String KEY = "ab".repeat(32);

    private final Kept store = new Kept();
    private final FigureImport figures = new FigureImport(store, ZoneId.of("Europe/Moscow"));

    /** Knows the calls whose id begins with "c". */
    private static final class Kept implements FigureStore {
        private final List<Figures> rows = new ArrayList<>();

        @Override
        public Set<String> unknownCalls(Collection<String> calls) {
            return calls.stream().filter(call -> !call.startsWith("c")).collect(Collectors.toSet());
        }

        @Override
        public FigureStore.Kept keep(List<Figures> kept, boolean dryRun) {
            rows.addAll(kept);
            return new FigureStore.Kept(kept.size(), 0, 0);
        }
    }

    private ImportReport run(FigureKind kind, String text) {
        return figures.run(kind, text.getBytes(StandardCharsets.UTF_8), null, false);
    }

    @Test
    void readsWhatRussianSpreadsheetsSave() {
        // Given
        String text = "Звонок;Дата;NPS;CSI;Комментарий\r\nc-1;05.10.2026;9;87,5;хорошо\r\nc-2;06.10.2026;;;\r\n";

        // When
        ImportReport report = figures.run(FigureKind.SURVEYS, text.getBytes(WINDOWS), null, false);

        // Then
        assertThat(report.charset()).isEqualTo("windows-1251");
        assertThat(report.delimiter()).isEqualTo(";");
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.ignoredColumns()).containsExactly("комментарий");
        assertThat(store.rows)
                .containsExactly(
                        new Figures.Survey(2, "c-1", null, LocalDate.of(2026, 10, 5), 9.0, 87.5, null, null),
                        new Figures.Survey(3, "c-2", null, LocalDate.of(2026, 10, 6), null, null, null, null));
    }

    @Test
    void namesEachBadRowAndKeepsTheOthers() {
        // When
        ImportReport report = run(FigureKind.SURVEYS, """
                call_id,customer_key,date,nps,csat
                c-1,,,11,
                c-2,,,ten,
                c-3,,,8,5
                x-4,,,8,
                c-3,,,7,4
                ,+79161234567,2026-10-05,5,
                ,,2026-10-05,5,
                c-5,,31.02.2026,5,
                c-6,,,5
                """);

        // Then
        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(8);
        assertThat(report.unknownCalls()).isEqualTo(1);
        assertThat(report.problems())
                .containsExactly(
                        new Problem(2, "nps", "11", "a number from 0 to 10, such as 7 or 7,5"),
                        new Problem(3, "nps", "ten", "a number from 0 to 10, such as 7 or 7,5"),
                        new Problem(5, "call_id", "x-4", "a call that callscope knows"),
                        new Problem(6, "", "the same as line 4", "one row for each of them"),
                        new Problem(
                                7,
                                "customer_key",
                                "…",
                                "64 hex digits, the customer's key as callscope shows it; never a number"),
                        new Problem(8, "call_id", "", "a call id, or customer_key and date"),
                        new Problem(9, "date", "31.02.2026", "a date such as 2026-10-05 or 05.10.2026"),
                        new Problem(10, "", "4 values", "5 values, as many as the header has"));
    }

    @Test
    void readsCustomersAndTheirDay() {
        run(FigureKind.SURVEYS, "customer_key\tdate\tces\n" + KEY + "\t2026-10-05\t3\n");
        assertThat(store.rows)
                .containsExactly(new Figures.Survey(2, null, KEY, LocalDate.of(2026, 10, 5), null, null, null, 3.0));
    }

    @Test
    void readsIntervalsOfTheTelephoneSystem() {
        // When
        ImportReport report = run(FigureKind.ACD, """
                Линия;Начало;Конец;Поступило;AHT;ASA;SL;LCR
                Заказы;05.10.2026 10:00;05.10.2026 10:30;120;4:05;12,5;81,3 %;4,2
                Заказы;05.10.2026 10:30;05.10.2026 10:00;1;1;1;1;1
                """);

        // Then
        assertThat(store.rows)
                .containsExactly(new Figures.Acd(
                        2,
                        "Заказы",
                        Instant.parse("2026-10-05T07:00:00Z"),
                        Instant.parse("2026-10-05T07:30:00Z"),
                        120.0,
                        245.0,
                        12.5,
                        81.3,
                        4.2,
                        null));
        assertThat(report.problems()).extracting(Problem::column).containsExactly("to");
    }

    @Test
    void readsMonthsOfTeams() {
        run(FigureKind.TEAMS, "team;month;enps;turnover\nЮг;2026-09;-12;3,5\nСевер;09.2026;20;\n");
        assertThat(store.rows)
                .containsExactly(
                        new Figures.Team(2, "Юг", LocalDate.of(2026, 9, 1), -12.0, 3.5),
                        new Figures.Team(3, "Север", LocalDate.of(2026, 9, 1), 20.0, null));
    }

    @Test
    void readsWhatACustomerIsWorth() {
        // When
        ImportReport report = run(FigureKind.CUSTOMERS, """
                Клиент;Дата;Средний чек;ARPU;Отток
                %1$s;31.10.2026;57 000,50;410;0
                %1$s;30.09.2026;;390;1
                %1$s;31.08.2026;1000;;0,5
                ;31.08.2026;1000;;
                +79161234567;31.08.2026;1000;;
                %1$s;31.07.2026;;;
                %1$s;30.06.2026;-5;;
                """.formatted(KEY));

        // Then: what may be a telephone number is not repeated
        assertThat(store.rows)
                .containsExactly(
                        new Figures.Customer(2, KEY, LocalDate.of(2026, 10, 31), 57_000.5, 410.0, 0.0),
                        new Figures.Customer(3, KEY, LocalDate.of(2026, 9, 30), null, 390.0, 1.0));
        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("4 churn", "5 customer_key", "6 customer_key", "7 average_check", "8 average_check");
        assertThat(report.problems().toString()).doesNotContain("7916");
    }

    @ParameterizedTest
    @CsvSource({
        "SURVEYS,'score;what',header",
        "SURVEYS,'nps;csat',header",
        "SURVEYS,'call_id;call id;nps',header",
        "ACD,'queue;from;aht',header",
        "TEAMS,'team;month',header",
        "TEAMS,'',file",
        "SURVEYS,'\"call_id;nps',line 1"
    })
    void refusesAFileOfWhichNothingCanBeRead(FigureKind kind, String header, String what) {
        assertThatThrownBy(() -> run(kind, header + "\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith(what)
                .hasMessageContaining("expected");
    }

    @Test
    void refusesWhatIsNotWrittenInTheNamedCharset() {
        assertThatThrownBy(() -> figures.run(
                        FigureKind.TEAMS, "команда;month;enps".getBytes(WINDOWS), StandardCharsets.UTF_8, false))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("charset \"UTF-8\"");
    }
}
