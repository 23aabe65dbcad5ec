package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope reviews import} into a real database. */
class ReviewsCommandIT {
    private static final int ROWS = 5_000;
    private static final int BAD = 40;

    @TempDir
    static Path folder;

    private static CommandDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        database.sql("""
                INSERT INTO calls (call_id, state, started_at, agent_id, team, recorded_at)
                SELECT 'call-' || n, 'recorded', timestamptz '2026-10-05 09:00+03', 'a-1', 'Север', now()
                FROM generate_series(1, 5000) n""");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** Every 125th row scores outside the scale. */
    private static Path sheet(String name, String polite) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Оценки");
            List<String> header = List.of("ID звонка", "Контролёр", "Дата", "Приветствие", "Вежливость");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.value(row, 0, "call-" + row);
                sheet.value(row, 1, "Контролёр " + row % 5);
                sheet.value(row, 2, LocalDate.of(2026, 10, 6));
                sheet.style(row, 2).format("dd.mm.yyyy").set();
                sheet.value(row, 3, row % (ROWS / BAD) == 0 ? 11.0 : 9.0);
                sheet.value(row, 4, row == 1 ? polite : "да");
            }
        }
        return file;
    }

    private static JsonNode json(Ran ran) throws IOException {
        return EventJson.mapper().readTree(ran.lastLine());
    }

    private static long count(String what) throws Exception {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + what)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void keepsTheGoodRowsOfALargeSheetOnce() throws Exception {
        // Given
        Path file = sheet("reviews.xlsx", "да");

        // When
        Ran dry = database.run("reviews", "import", file.toString(), "--dry-run");
        long afterDry = count("reviews");
        long began = System.nanoTime();
        Ran first = database.run("reviews", "import", file.toString());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        long kept = count("reviews");
        Ran second = database.run("reviews", "import", file.toString());

        // Then
        assertThat(dry.exitCode()).as(dry.errors()).isEqualTo(1);
        assertThat(afterDry).isZero();
        assertThat(json(first).path("added").asInt()).isEqualTo(ROWS - BAD);
        assertThat(json(first).path("bad").asInt()).isEqualTo(BAD);
        assertThat(json(first).path("problems")).hasSize(BAD).allSatisfy(problem -> {
            assertThat(problem.path("column").asText()).isEqualTo("criterion greeting");
            assertThat(problem.path("value").asText()).startsWith("11");
            assertThat((problem.path("line").asInt() - 1) % (ROWS / BAD)).isZero();
        });
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        assertThat(kept).isEqualTo(ROWS - BAD);
        assertThat(json(second).path("unchanged").asInt()).isEqualTo(ROWS - BAD);
        assertThat(json(second).path("added").asInt()).isZero();
        assertThat(count("reviews")).isEqualTo(kept);
        assertThat(count("reviews WHERE pi IS NULL AND NOT blind AND seat = 'import' AND plan_id IS NULL"))
                .isEqualTo(kept);

        // When a row says something else
        Ran changed =
                database.run("reviews", "import", sheet("later.xlsx", "нет").toString());

        // Then
        assertThat(json(changed).path("changed").asInt()).isEqualTo(1);
        assertThat(count("reviews WHERE replaces IS NOT NULL")).isEqualTo(1);
        assertThat(count("reviews")).isEqualTo(kept + 1);
    }

    @Test
    void namesAMapThatIsNotThere() throws Exception {
        // When
        Ran ran = database.run("reviews", "import", sheet("any.xlsx", "да").toString(), "--map", "mine");

        // Then
        assertThat(ran.errors()).contains("--map \"mine\"").contains("[service]");
    }
}
