package io.callscope.analytics.web.export;

import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditRow;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as files, read back. */
class ExportIT {
    private static final String EVIL = "=HYPERLINK(\"http://evil.example\";\"x\")";

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded();
        CallMetadata evil = new CallMetadata(
                CallFixtures.STARTED,
                "-a1",
                EVIL,
                "  @team",
                "\t+queue",
                Direction.OUTBOUND,
                new CustomerRef("ef".repeat(32), "0017"),
                "a;b\"c\r\nd",
                "ru",
                List.of(),
                null,
                Map.of("only", "evil"));
        pages.calls()
                .transcribed(CallFixtures.transcribed(
                        "evil", evil, TestPages.NOW, transcript("ru", "К совершенно секретные слова")));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void supervisor() {
        pages.as(Role.SUPERVISOR);
    }

    @Test
    void excelReadsTheCommaSeparatedValues() throws Exception {
        // When
        HttpResponse<String> response = pages.get("/calls/export.csv?attribute=only%3Devil");
        CSVRecord call = records(response, ';').get(0);

        // Then
        assertThat(response.body()).startsWith("\uFEFF").contains("\r\n");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(call.get("Номер звонка")).isEqualTo("evil");
        assertThat(call.get("Начало")).isEqualTo("12.10.2026 14:05");
        assertThat(call.get("Оператор")).isEqualTo("'" + EVIL);
        assertThat(call.get("Номер оператора")).isEqualTo("'-a1");
        assertThat(call.get("Команда")).isEqualTo("'  @team");
        assertThat(call.get("Линия")).isEqualTo("'\t+queue");
        assertThat(call.get("Продукт")).isEqualTo("a;b\"c\r\nd");
        assertThat(call.get("Клиент, 4 цифры")).isEqualTo("0017");
        assertThat(call.get("Длина, мин")).isEqualTo("0,05");
        assertThat(call.get("Состояние")).isEqualTo("ждёт разбора");
        assertThat(call.get("Состояние (код)")).isEqualTo("transcribed");
        assertThat(response.body()).doesNotContain("секретные");
    }

    @Test
    void programsReadThePlainValues() throws Exception {
        // When
        HttpResponse<String> response =
                pages.get("/calls/export.csv?dialect=plain&flagged=true&lang=en", "Accept-Language", "en");
        List<CSVRecord> calls = records(response, ',');

        // Then
        assertThat(response.body()).doesNotStartWith("\uFEFF");
        assertThat(calls).hasSize(20);
        assertThat(calls.get(0).get("Rules (ids)")).isEqualTo("churn-risk third-call money-unfair");
        assertThat(calls.get(0).get("Why to check")).startsWith("Customer is about to leave; ");
        assertThat(calls.get(0).get("Words"))
                .isEqualTo("или я расторгаю договор и ухожу | третий раз звоню | верните мои деньги");
        assertThat(calls.get(0).get("Barriers (ids)")).contains("fair-treatment");
        assertThat(calls.get(0).get("Severity")).isEqualTo("3");
        assertThat(LocalDateTime.parse(calls.get(0).get("Start"))).isBefore("2026-10-14T15:00:00");
        assertThat(calls.get(0).get("Length, min")).matches("[0-9]+\\.[0-9]{2}");
    }

    @Test
    void excelReadsTheWorkbook() throws Exception {
        // When
        HttpResponse<byte[]> response = pages.bytes("/calls/export.xlsx?attribute=only%3Devil");

        // Then
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row titles = rows.get(0);
            Row call = rows.get(1);
            assertThat(rows).hasSize(2);
            assertThat(text(titles, call, "Оператор")).isEqualTo("'" + EVIL);
            assertThat(text(titles, call, "Команда")).isEqualTo("'  @team");
            assertThat(call.getCellAsDate(place(titles, "Начало"))).contains(LocalDateTime.of(2026, 10, 12, 14, 5));
            assertThat(call.getCell(place(titles, "Длина, мин")).getType()).isEqualTo(CellType.NUMBER);
            assertThat(text(titles, call, "Клиент, 4 цифры")).isEqualTo("0017");
        }
    }

    private static String text(Row titles, Row row, String title) {
        return row.getCellText(place(titles, title));
    }

    private static int place(Row titles, String title) {
        return titles.stream()
                .filter(cell -> cell.getText().equals(title))
                .findFirst()
                .orElseThrow()
                .getColumnIndex();
    }

    @Test
    void theListAndItsFileAreTheSame() throws Exception {
        // Given
        String filter = "force=status&language=ru";

        // When
        List<CSVRecord> file = records(pages.get("/calls/export.csv?" + filter), ';');

        // Then
        assertThat(file)
                .extracting(call -> call.get("Номер звонка"))
                .containsExactlyElementsOf(pages.page("/calls?size=200&" + filter).select("td.when a").stream()
                        .map(link -> link.attr("href").replace("/calls/", ""))
                        .toList());
        assertThat(pages.page("/calls?" + filter).select("#export a").eachAttr("href"))
                .containsExactly("/calls/export.xlsx?" + filter, "/calls/export.csv?" + filter);
    }

    @Test
    void itIsNotedBeforeItIsServed() throws Exception {
        // When
        List<CSVRecord> file = records(pages.get("/calls/export.csv?force=control"), ';');
        AuditRow noted = newest();

        // Then
        assertThat(noted.event().action()).isEqualTo(AuditAction.EXPORTED);
        assertThat(noted.event().login()).isEqualTo("supervisor");
        assertThat(noted.event().calls())
                .extracting(CallId::value)
                .containsExactlyInAnyOrderElementsOf(
                        file.stream().map(call -> call.get("Номер звонка")).toList());
        assertThat(noted.event().detail())
                .containsEntry("format", "csv")
                .containsEntry("filter", "force=control")
                .containsEntry("rows", Integer.toString(file.size()));
    }

    @Test
    void whatCannotBeNotedIsNotServed() throws Exception {
        // Given
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        jdbi.useHandle(
                handle -> handle.execute("ALTER TABLE audit_log ADD CONSTRAINT full_disk CHECK (false) NOT VALID"));

        // When
        HttpResponse<String> response;
        try {
            response = pages.get("/calls/export.csv?attribute=only%3Devil");
        } finally {
            jdbi.useHandle(handle -> handle.execute("ALTER TABLE audit_log DROP CONSTRAINT full_disk"));
        }

        // Then
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("evil.example");
    }

    private static AuditRow newest() {
        return new JdbiAuditLog(pages.database().dataSource(), Clock.systemUTC())
                .newest(AuditTrail.Filter.everything(), Long.MAX_VALUE, 1)
                .get(0);
    }

    @Test
    void anotherTeamsCallsAreNotInTheFile() throws Exception {
        // When
        List<CSVRecord> file = records(pages.as(Role.HEAD, "Команда 2").get("/calls/export.csv"), ';');

        // Then
        assertThat(file).isNotEmpty().extracting(call -> call.get("Команда")).containsOnly("Команда 2");
        assertThat(records(pages.as(Role.HEAD, "другая").get("/calls/export.csv"), ';'))
                .isEmpty();
    }

    @Test
    void nonsenseIsNamed() throws Exception {
        assertThat(pages.get("/calls/export.csv?dialect=klingon").statusCode()).isEqualTo(400);
        assertThat(pages.get("/calls/export.xlsx?force=love").statusCode()).isEqualTo(400);
    }

    @Test
    void aHeadRequestTakesNothingAway() throws Exception {
        // Given
        long before = newest().seq();

        // When
        HttpResponse<String> head = pages.send("HEAD", "/calls/export.csv");

        // Then
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(newest().seq()).isEqualTo(before);
    }

    @Test
    void tooManyCallsAreRefusedInWords() throws Exception {
        try (TestPages many = TestPages.empty()) {
            // Given
            Jdbi.create(many.database().dataSource())
                    .useHandle(handle -> handle.execute("INSERT INTO calls (call_id, state, language, started_at,"
                            + " recorded_at) SELECT 'many-' || i, 'recorded', 'ru', now(), now()"
                            + " FROM generate_series(1, " + (ExportPages.MOST_ROWS + 1) + ") i"));

            // When
            HttpResponse<String> refused = many.get("/calls/export.csv");
            HttpResponse<String> fits = many.get("/calls/export.csv?id=many-1&id=many-2");

            // Then
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("больше 50\u00A0000 звонков");
            assertThat(records(fits, ';')).hasSize(2);
        }
    }

    private static List<CSVRecord> records(HttpResponse<String> response, char delimiter) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        String text = response.body().replaceFirst("^\uFEFF", "");
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
