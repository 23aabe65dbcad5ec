package io.callscope.analytics.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.tables.TextTable;
import io.callscope.analytics.web.TestPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report's file, as CSV and as XLSX: the same lines with the same figures. */
public record ExportedTable(List<Map<String, String>> rows) {
    /**
     * Reads both and holds one against the other.
     *
     * @param path such as {@code /repeats/export}
     * @param query such as {@code queue=x}
     */
    public static ExportedTable of(TestPages pages, String path, String query) throws Exception {
        List<Map<String, String>> csv =
                read(pages.bytes(path + ".csv?lang=en&dialect=plain&" + query).body());
        List<Map<String, String>> xlsx =
                read(pages.bytes(path + ".xlsx?lang=en&" + query).body());
        assertThat(xlsx).hasSameSizeAs(csv);
        for (int i = 0; i < csv.size(); i++) {
            Map<String, String> other = xlsx.get(i);
            csv.get(i).forEach((column, value) -> assertSame(column, value, other.getOrDefault(column, "")));
        }
        return new ExportedTable(csv);
    }

    private static void assertSame(String column, String value, String other) {
        if (value.matches("-?\\d+\\.\\d+")) {
            assertThat(Double.parseDouble(other)).as(column).isCloseTo(Double.parseDouble(value), within(0.0051));
        } else {
            assertThat(other).as(column).isEqualTo(value);
        }
    }

    private static List<Map<String, String>> read(byte[] file) {
        TextTable table = TextTable.read(file, null);
        List<Map<String, String>> rows = new ArrayList<>();
        table.lines().forEach(line -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < table.header().size(); i++) {
                row.put(table.header().get(i), line.values().get(i));
            }
            rows.add(row);
        });
        return rows;
    }

    /** The only line of a part with an id. */
    public Map<String, String> row(String part, String id) {
        return row(part, "Id", id);
    }

    /** The only line of a part with a value in a column. */
    public Map<String, String> row(String part, String column, String value) {
        List<Map<String, String>> found = rows.stream()
                .filter(row -> part.equals(row.get("Part")) && value.equals(row.get(column)))
                .toList();
        assertThat(found).as("%s %s", part, value).hasSize(1);
        return found.get(0);
    }

    /** Asserts that a line has the corrected share of the JSON. */
    public static void assertCorrected(Map<String, String> row, JsonNode corrected, String basis) {
        assertPercent(row.get("Corrected, %"), corrected.get("share"));
        assertPercent(row.get("Corrected from, %"), corrected.get("low"));
        assertPercent(row.get("Corrected to, %"), corrected.get("high"));
        assertThat(row.get("How corrected")).isEqualTo(basis);
    }

    private static void assertPercent(String cell, JsonNode share) {
        if (share == null) {
            assertThat(cell).isEmpty();
        } else {
            assertThat(Double.parseDouble(cell)).isCloseTo(share.doubleValue() * 100, within(0.0051));
        }
    }
}
