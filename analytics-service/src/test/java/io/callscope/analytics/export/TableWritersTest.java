package io.callscope.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class TableWritersTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("Имя", 20),
            new Column("Число", 10),
            new Column("Доля", 10),
            new Column("Когда", 17),
            new Column("Пусто", 8));

    private static final List<Cell> ROW = List.of(
            new Cell.Text("Дёмин; \"П\" =1"),
            new Cell.Whole(-12),
            new Cell.Decimal(-1234.5),
            new Cell.Moment(LocalDateTime.of(2026, 10, 12, 14, 5)),
            Cell.EMPTY);

    private static final List<Cell> HOSTILE =
            List.of(new Cell.Text("=1+1"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, new Cell.Text(" @x"));

    @Test
    void excelInRussiaReadsTheText() {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        try (CsvTableWriter table = new CsvTableWriter(out, CsvDialect.EXCEL, COLUMNS)) {
            table.row(ROW);
            table.row(HOSTILE);
        }

        // Then
        assertThat(Arrays.copyOf(out.toByteArray(), 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFИмя;Число;Доля;Когда;Пусто\r\n"
                        + "\"Дёмин; \"\"П\"\" =1\";-12;-1234,50;12.10.2026 14:05;\r\n"
                        + "'=1+1;;;;' @x\r\n");
    }

    @Test
    void programsReadThePlainText() {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        try (CsvTableWriter table = new CsvTableWriter(out, CsvDialect.PLAIN, COLUMNS)) {
            table.row(ROW);
        }

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("Имя,Число,Доля,Когда,Пусто\r\n"
                        + "\"Дёмин; \"\"П\"\" =1\",-12,-1234.50,2026-10-12T14:05:00,\r\n");
    }

    @Test
    void aWorkbookHasTypedCells() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        try (XlsxTableWriter table = new XlsxTableWriter(out, "Звонки", COLUMNS)) {
            table.row(ROW);
            table.row(HOSTILE);
        }

        // Then
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Имя");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Дёмин; \"П\" =1");
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-12");
            assertThat(rows.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("-1234.5");
            assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.of(2026, 10, 12, 14, 5));
            assertThat(rows.get(2).getCellText(0)).isEqualTo("'=1+1");
            assertThat(rows.get(2).getCellText(4)).isEqualTo("' @x");
            assertThat(rows)
                    .allMatch(
                            row -> row.stream().noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA));
        }
        assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("<pane", "state=\"frozen\"", "<cols>")
                .doesNotContain("<f>");
    }

    @Test
    void aLongWorkbookIsWrittenPieceByPiece() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        try (XlsxTableWriter table = new XlsxTableWriter(out, "Звонки", List.of(new Column("n", 5)))) {
            for (int i = 1; i <= 1_700; i++) {
                table.row(List.of(i % 2 == 0 ? new Cell.Whole(i) : new Cell.Text("строка " + i + " \u0001<&>")));
            }
        }

        // Then
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1_701);
            assertThat(rows.get(1_700).getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("1700");
            assertThat(rows.get(1_699).getCellText(0))
                    .startsWith("строка 1699 ")
                    .endsWith("<&>");
        }
    }

    @Test
    void whatExcelCannotHoldIsCut() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        try (XlsxTableWriter table = new XlsxTableWriter(out, "x", List.of(new Column("n", 5)))) {
            table.row(List.of(new Cell.Text("ы".repeat(40_000))));
        }

        // Then
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(0)).hasSize(32_767);
        }
    }

    @Test
    void aRowHasACellForEachColumn() {
        try (CsvTableWriter table = new CsvTableWriter(new ByteArrayOutputStream(), CsvDialect.PLAIN, COLUMNS)) {
            assertThatThrownBy(() -> table.row(List.of(Cell.EMPTY))).hasMessageContaining("expected 5");
        }
    }

    @Test
    void aReaderWhoGoesAwayEndsTheFile() {
        // Given
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };

        // When / Then
        assertThatThrownBy(() -> {
                    try (CsvTableWriter table = new CsvTableWriter(gone, CsvDialect.EXCEL, COLUMNS)) {
                        table.row(ROW);
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.createTempFile("table", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
