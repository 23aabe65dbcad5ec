package io.callscope.analytics.review.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.UnusableFileException;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewImportTest {
    private static final Scorecards SCORECARDS = Scorecards.load(ConfigDir.shipped());
    private static final ReviewMap SERVICE = Objects.requireNonNull(
            ReviewMap.load(ConfigDir.shipped(), SCORECARDS).get("service"));
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");

    private final Kept store = new Kept();
    private final ReviewImport reviews = new ReviewImport(store, Clock.fixed(NOW, ZoneOffset.UTC));

    /** Knows the calls whose id begins with "c". */
    private static final class Kept implements ImportedReviews {
        private final List<ImportedReview> rows = new ArrayList<>();

        @Override
        public List<ImportedScore> of(CallId callId, TeamScope scope) {
            return List.of();
        }

        @Override
        public Set<String> unknownCalls(Collection<String> calls, TeamScope scope) {
            return calls.stream().filter(call -> !call.startsWith("c")).collect(Collectors.toSet());
        }

        @Override
        public ImportedReviews.Kept keep(List<ImportedReview> kept, Instant now, boolean dryRun) {
            rows.addAll(kept);
            return new ImportedReviews.Kept(kept.size(), 0, 0);
        }
    }

    private ReviewImportReport run(byte[] file) {
        return reviews.run(SERVICE, file, null, TeamScope.all(), false);
    }

    private ReviewImportReport run(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatRussianSpreadsheetsSave() {
        // Given
        String text = """
                ID звонка;Контролёр;Дата;Приветствие;Вежливость;Эмпатия;Итог
                c-1;Иванова;05.10.2026;Да;7,5;н/п;80
                c-2;Иванова;06.10.2026;НЕТ;8;;65
                """;

        // When
        ReviewImportReport report = run(text.getBytes(Charset.forName("windows-1251")));

        // Then
        assertThat(report.charset()).isEqualTo("windows-1251");
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.ignoredColumns()).containsExactly("итог");
        assertThat(store.rows.get(0).day()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(store.rows.get(0).given().answers())
                .extracting(ReviewAnswer::item, ReviewAnswer::answer)
                .containsExactly(
                        tuple("greeting", "met"), tuple("polite", "not-met"), tuple("empathy", "not-applicable"));
        assertThat(store.rows.get(1).given().answers()).hasSize(2);
    }

    @Test
    void namesWhatIsWrongWithARowAndKeepsTheOthers() {
        // When
        ReviewImportReport report = run("""
                call_id,reviewer,date,greeting,polite
                c-1,a,2026-10-05,yes,no
                c-2,a,2026-10-05,perhaps,no
                c-3,a,2026-10-05,11,no
                c-4,a,31.02.2026,yes,no
                c-5,,2026-10-05,yes,no
                c-6,a,2026-10-05,,
                x-7,a,2026-10-05,yes,no
                c-1,a,2026-10-05,no,no
                c-8,a
                """);

        // Then
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(8);
        assertThat(report.unknownCalls()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.problems().get(0)).satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("criterion greeting");
            assertThat(problem.value()).isEqualTo("perhaps");
            assertThat(problem.expected()).contains("a number from 0 to 10").contains("да");
        });
        assertThat(report.problems().get(1).value()).isEqualTo("11");
        assertThat(report.problems().get(3).column()).isEqualTo("reviewer");
        assertThat(report.problems().get(5).expected()).isEqualTo("a call that callscope knows");
        assertThat(report.problems().get(6).value()).isEqualTo("the same as line 2");
    }

    @Test
    void readsAWorkbookWithDates() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Оценки");
            List<String> header = List.of("Звонок", "Контролёр", "Дата", "Приветствие", "Вежливость");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            sheet.value(1, 0, "c-1");
            sheet.value(1, 1, "Петров");
            sheet.value(1, 2, LocalDate.of(2026, 10, 5));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
            sheet.value(1, 3, 9.5);
            sheet.value(3, 0, "c-2");
            sheet.value(3, 1, "Петров");
            sheet.value(3, 3, "нет");
        }

        // When
        ReviewImportReport report = run(bytes.toByteArray());

        // Then
        assertThat(report.charset()).isEqualTo("xlsx");
        assertThat(report.problems()).isEmpty();
        assertThat(report.added()).isEqualTo(2);
        assertThat(store.rows.get(0).day()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(store.rows.get(0).given().answers().get(0).answer()).isEqualTo("met");
        assertThat(store.rows.get(1).line()).isEqualTo(4);
        assertThat(store.rows.get(1).day()).isNull();
    }

    @Test
    void refusesAFileThatIsNoSheet() {
        // Then
        assertThatThrownBy(() -> run("who;what\na;b\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("call")
                .hasMessageContaining("звонок");
        assertThatThrownBy(() -> run("call_id;reviewer;date\nc-1;a;2026-10-05\n"))
                .hasMessageContaining("columns that map service names");
        assertThatThrownBy(() -> run("call_id;звонок;reviewer;greeting\nc;c;a;да\n"))
                .hasMessageContaining("each column once");
        assertThatThrownBy(() -> run(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("workbook");
    }

    @Test
    void namesEveryProblemOfAMap(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("imports"));
        Files.writeString(folder.resolve("imports/mine.yaml"), """
                reviews:
                  scorecard: service
                  columns: {call: [id], day: [id]}
                  criteria: {no-such: [a]}
                  answers: {perhaps: [b]}
                """);

        // Then
        assertThatThrownBy(() -> ReviewMap.load(folder, SCORECARDS))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("reviewer")
                .hasMessageContaining("no-such")
                .hasMessageContaining("perhaps")
                .hasMessageContaining("a word that does not mean call already");
    }
}
