package io.callscope.standalone.command;

import io.callscope.analytics.reanalyze.Example;
import io.callscope.analytics.reanalyze.MendedItem;
import io.callscope.analytics.reanalyze.Mending;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a dry run prints of disagreements with people: figures and addresses of tuning calls. Not thread-safe. */
final class MendingReport {
    private final PrintWriter out;
    private final String pages;

    /** @param pages where browsers reach the service's pages */
    MendingReport(PrintWriter out, String pages) {
        this.out = out;
        this.pages = pages;
    }

    /** @param mending null when people scored no tuning call */
    void print(@Nullable Mending mending) {
        out.println();
        if (mending == null) {
            out.println("no tuning call was scored by people: which disagreements would be mended is not known");
        } else {
            known(mending);
        }
        out.flush();
    }

    private void known(Mending mending) {
        out.println("disagreements with people on tuning calls: %d of the %d that are scored were heard%s"
                .formatted(mending.heard(), mending.scored(), mending.simulated() ? " (simulated reviews)" : ""));
        if (mending.unanswered() > 0) {
            out.println("%d of them the language model has no answer for: they are compared nowhere"
                    .formatted(mending.unanswered()));
        }
        if (!mending.items().isEmpty()) {
            out.println("%-40s %9s %9s %9s %9s %9s".formatted("", "compared", "now", "after", "mended", "made"));
            mending.items().forEach(this::item);
        } else if (mending.heard() > mending.unanswered()) {
            out.println("machine and people say the same of every force and code, before and after");
        }
        out.println("criteria of scorecards and repeat contacts are not compared: a dry run evaluates neither");
    }

    private void item(MendedItem item) {
        out.println(String.format(
                Locale.ROOT,
                "%-40s %9d %9d %9d %9s %9s",
                item.item(),
                item.compared(),
                item.now(),
                item.after(),
                item.mended() == 0 ? "" : "-" + item.mended(),
                item.made() == 0 ? "" : "+" + item.made()));
        calls("mended", item.mendedCalls());
        calls("made", item.madeCalls());
        calls("left", item.leftCalls());
    }

    private void calls(String what, List<Example> calls) {
        calls.forEach(call -> out.println("  %-6s %s%s".formatted(what, pages, call.address())));
    }
}
