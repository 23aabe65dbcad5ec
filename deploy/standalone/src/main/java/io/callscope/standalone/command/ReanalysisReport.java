package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.ReanalysisParts;
import io.callscope.analytics.llm.budget.Prices;
import io.callscope.analytics.reanalyze.Change;
import io.callscope.analytics.reanalyze.Difference;
import io.callscope.analytics.reanalyze.Example;
import io.callscope.analytics.reanalyze.Mending;
import io.callscope.analytics.reanalyze.Move;
import io.callscope.analytics.reanalyze.Progress;
import io.callscope.analytics.reanalyze.Reanalyzer.Applied;
import io.callscope.analytics.reanalyze.TokenCost;
import io.callscope.model.json.EventJson;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a reanalysis prints: figures and addresses of calls, never words of them. Not thread-safe. */
final class ReanalysisReport {
    private static final long PROGRESS_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private final PrintWriter errors;
    private final String pages;

    ReanalysisReport(PrintWriter out, PrintWriter errors, String pages) {
        this.out = out;
        this.errors = errors;
        this.pages = pages;
    }

    /**
     * A difference with the number under which it is kept.
     *
     * @param mending which disagreements with people it mends and makes; null when it was not a dry run, or nobody
     *     scored a tuning call
     */
    record Compared(
            long number,
            String config,
            Difference difference,
            @Nullable Mending mending) {}

    private record Ended(
            long number,
            String config,
            Difference difference,
            @Nullable Mending mending,
            @Nullable Applied applied) {}

    /** Where browsers reach the service's pages. */
    static String pages(AnalyticsConfig config) {
        if (config.publicUrl() != null) {
            return config.publicUrl().toString().replaceFirst("/+$", "");
        }
        return "http://%s:%d".formatted(config.http().host(), config.http().port());
    }

    void begin(String version, Path folder, LocalDate from, LocalDate to) {
        out.println("configuration %s of %s, calls from %s to %s".formatted(version, folder, from, to));
        out.flush();
    }

    /** Says every few seconds how far it is. */
    Progress progress(String what) {
        long[] last = {System.nanoTime()};
        return (done, of) -> {
            long now = System.nanoTime();
            if (now - last[0] >= PROGRESS_EVERY) {
                last[0] = now;
                errors.println("%d of %d calls %s".formatted(done, of, what));
                errors.flush();
            }
        };
    }

    void cost(ReanalysisParts.Model model, TokenCost cost) {
        out.print(
                "%s: %d calls, %d questions, %d of them answered before; about %d tokens to be read and at most %d to be written"
                        .formatted(
                                model.id(),
                                cost.calls(),
                                cost.questions(),
                                cost.kept(),
                                cost.inputTokens(),
                                cost.outputTokens()));
        Prices prices = model.prices();
        if (prices.areKnown()) {
            BigDecimal money = prices.of(cost.inputTokens(), cost.outputTokens());
            out.print(", at most %s %s"
                    .formatted(money.setScale(2, RoundingMode.UP).toPlainString(), prices.currency()));
        }
        out.println();
        out.flush();
    }

    void note(String text) {
        errors.println(text);
        errors.flush();
    }

    void difference(Compared compared) {
        Difference difference = compared.difference();
        out.println("%d calls heard again, %d differ, %d are of this version already"
                .formatted(difference.calls(), difference.changed(), difference.sameVersion()));
        if (difference.unanswered() > 0) {
            out.println("%d calls the language model has no answer for: the rules alone were compared"
                    .formatted(difference.unanswered()));
        }
        changes("barriers and drivers", difference.codes());
        changes("signals", difference.signals());
        changes("flags", difference.flags());
        moves("contact reason", difference.reasons());
        moves("how it ended", difference.resolutions());
        moves("verdict", difference.verdicts());
        out.println();
        out.println("kept as %d: %s/changes/%d".formatted(compared.number(), pages, compared.number()));
        out.flush();
    }

    private void changes(String what, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.println();
        out.println("%-40s %9s %9s %9s %9s".formatted(what, "before", "after", "gained", "lost"));
        for (Change change : changes) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-40s %9d %9d %9s %9s",
                    change.id(),
                    change.before(),
                    change.after(),
                    change.gained() == 0 ? "" : "+" + change.gained(),
                    change.lost() == 0 ? "" : "-" + change.lost()));
            examples("+", change.gainedExamples());
            examples("-", change.lostExamples());
        }
    }

    private void moves(String what, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        out.println();
        out.println("%-60s %9s".formatted(what, "calls"));
        for (Move move : moves) {
            out.println("%-60s %9d".formatted(move.from() + " -> " + move.to(), move.calls()));
            examples(" ", move.examples());
        }
    }

    private void examples(String sign, List<Example> examples) {
        examples.forEach(example -> out.println("  %s %s%s".formatted(sign, pages, example.address())));
    }

    /** What a dry run says of disagreements with people. */
    void mending(@Nullable Mending mending) {
        new MendingReport(out, pages).print(mending);
    }

    /** @param applied null for a dry run */
    void end(Compared compared, @Nullable Applied applied) {
        if (applied != null) {
            out.println("%d analyses renewed, %d were of this version, %d passed over"
                    .formatted(applied.renewed(), applied.sameVersion(), applied.passedOver()));
        }
        out.println(new String(
                EventJson.write(new Ended(
                        compared.number(), compared.config(), compared.difference(), compared.mending(), applied)),
                StandardCharsets.UTF_8));
        out.flush();
    }
}
