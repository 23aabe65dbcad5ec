package io.callscope.analytics.surveys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a file is about, with its columns. */
public enum FigureKind {
    /** NPS, CSI, CSAT and CES of a call, or of a customer and a day. */
    SURVEYS(
            List.of(
                    Column.of("call_id", "call id", "id звонка", "звонок"),
                    Column.of("customer_key", "customer", "клиент"),
                    Column.of("date", "дата"),
                    Column.of("nps"),
                    Column.of("csi"),
                    Column.of("csat"),
                    Column.of("ces")),
            List.of("nps", "csi", "csat", "ces")),
    /** Average check, revenue and churn of a customer up to a day. */
    CUSTOMERS(
            List.of(
                    Column.of("customer_key", "customer", "клиент"),
                    Column.of("date", "дата"),
                    Column.of("average_check", "average check", "средний чек"),
                    Column.of("arpu", "выручка"),
                    Column.of("churn", "отток")),
            List.of("average_check", "arpu", "churn")),
    /** AHT, ASA, SL, LCR and occupancy of a queue and an interval. */
    ACD(
            List.of(
                    Column.of("queue", "линия", "очередь"),
                    Column.of("from", "start", "начало"),
                    Column.of("to", "end", "конец"),
                    Column.of("offered", "поступило"),
                    Column.of("aht"),
                    Column.of("asa"),
                    Column.of("sl"),
                    Column.of("lcr"),
                    Column.of("occupancy", "occ", "загрузка")),
            List.of("aht", "asa", "sl", "lcr", "occupancy")),
    /** eNPS and turnover of a team and a month. */
    TEAMS(
            List.of(
                    Column.of("team", "команда"),
                    Column.of("month", "месяц"),
                    Column.of("enps"),
                    Column.of("turnover", "текучесть")),
            List.of("enps", "turnover"));

    private final List<Column> columns;
    private final List<String> figures;

    FigureKind(List<Column> columns, List<String> figures) {
        this.columns = columns;
        this.figures = figures;
    }

    /** A column with the other words for it; case and spaces around do not matter. */
    record Column(String name, List<String> words) {
        static Column of(String name, String... words) {
            return new Column(name, List.of(words));
        }
    }

    /** All columns that are read. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /** Columns of which a file needs one at least. */
    List<String> figures() {
        return figures;
    }

    /** The column that a word of the header means; the word itself when none. */
    String column(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return columns.stream()
                .filter(column -> column.name().equals(wanted) || column.words().contains(wanted))
                .map(Column::name)
                .findFirst()
                .orElse(wanted);
    }

    /** The word in addresses and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    public static FigureKind ofId(String id) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\": expected one of %s"
                        .formatted(
                                id, Arrays.stream(values()).map(FigureKind::id).collect(Collectors.joining(", ")))));
    }
}
