package io.callscope.standalone.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of one table on their way into it: a statement carries all of them, column by column. Not thread-safe. */
final class TableRows {
    private final String statement;
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    /**
     * @param columns each a name, and its type where it is no text, such as {@code place integer}
     */
    TableRows(String table, String... columns) {
        List<String[]> specs =
                List.of(columns).stream().map(one -> one.split(" ")).toList();
        String names = specs.stream().map(spec -> spec[0]).collect(Collectors.joining(", "));
        String values = specs.stream()
                .map(spec -> spec.length == 1 ? spec[0] : "CAST(%s AS %s)".formatted(spec[0], spec[1]))
                .collect(Collectors.joining(", "));
        String arrays = specs.stream().map(spec -> "CAST(? AS text[])").collect(Collectors.joining(", "));
        this.statement = "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS given (%s)"
                .formatted(table, names, values, arrays, names);
        IntStream.range(0, columns.length).forEach(i -> this.columns.add(new ArrayList<>()));
    }

    /** Adds a row; null stands for no value. */
    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i] == null ? null : String.valueOf(values[i]));
        }
    }

    /** Writes the rows and forgets them. */
    void send(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(
                        i + 1, connection.createArrayOf("text", columns.get(i).toArray()));
            }
            insert.executeUpdate();
        }
        columns.forEach(List::clear);
    }
}
