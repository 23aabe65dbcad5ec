package io.callscope.analytics.web.change;

import io.callscope.analytics.reanalyze.Change;
import io.callscope.analytics.reanalyze.Difference;
import io.callscope.analytics.reanalyze.Move;
import io.callscope.analytics.reanalyze.Reanalysis;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;

/** A reanalysis in words. */
public record ChangeView(View view, Reanalysis one) {
    /**
     * A table of what is gained and lost.
     *
     * @param id of its heading's words
     */
    public record Changes(String id, Kind kind, List<Change> changes) {}

    /**
     * A table of what is heard otherwise.
     *
     * @param id of its heading's words
     */
    public record Moves(String id, List<Move> moves) {}

    public String days() {
        return ChangesView.days(view, one);
    }

    public List<Changes> changes() {
        Difference difference = one.difference();
        List<Changes> tables = new ArrayList<>(List.of(
                new Changes("codes", Kind.CODE, difference.codes()),
                new Changes("flags", Kind.RULE, difference.flags()),
                new Changes("signals", Kind.SIGNAL, difference.signals())));
        tables.removeIf(table -> table.changes().isEmpty());
        return tables;
    }

    public List<Moves> moves() {
        Difference difference = one.difference();
        List<Moves> tables = new ArrayList<>(List.of(
                new Moves("reasons", difference.reasons()),
                new Moves("resolutions", difference.resolutions()),
                new Moves("verdicts", difference.verdicts())));
        tables.removeIf(table -> table.moves().isEmpty());
        return tables;
    }

    /** A contact reason, a resolution or a verdict by its id. */
    public String name(Moves table, String id) {
        return switch (table.id()) {
            case "resolutions" -> view.t("resolution." + id);
            case "verdicts" -> view.t("verdict." + id);
            default -> view.label(Kind.REASON, id);
        };
    }

    /** Whether examples lead to calls: ops may see how many there are, and none of them. */
    public boolean mayListen() {
        return view.may(Permission.READ_CALLS);
    }
}
