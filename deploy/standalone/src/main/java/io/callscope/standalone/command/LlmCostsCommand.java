package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.budget.Costs.Day;
import io.callscope.analytics.llm.budget.Costs.Line;
import io.callscope.analytics.llm.budget.Costs.Report;
import io.callscope.analytics.llm.budget.Costs.Sums;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope llm costs}. */
@Command(
        name = "costs",
        description = "Say what the model took, by day and task: calls, requests, tokens, money, against the caps.")
final class LlmCostsCommand implements Callable<Integer> {
    private static final int USUAL_DAYS = 14;

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--from", paramLabel = "DAY", description = "first day, such as 2026-10-01 (default: two weeks)")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "last day (default: today)")
    private @Nullable LocalDate to;

    @Option(names = "--json", description = "one JSON object: report and budget")
    private boolean json;

    LlmCostsCommand(CommandContext context) {
        this.context = context;
    }

    /** What {@code --json} prints. */
    private record Told(Report report, LlmBudget budget) {}

    @Override
    public Integer call() throws IOException {
        AnalyticsConfig service = database.service(context);
        LlmConfig llm = service.llm();
        LlmBudget budget = llm == null ? LlmBudget.none() : llm.budget();
        LocalDate today = LocalDate.now(service.siteZone());
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("--from %s: expected a day not after %s".formatted(first, last));
        }
        try (AnalyticsDatabase open = AnalyticsDatabase.open(service.database())) {
            Report report = new JdbiCosts(open.dataSource(), service.siteZone()).report(first, last);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new String(EventJson.write(new Told(report, budget)), StandardCharsets.UTF_8));
            } else {
                print(out, report, budget);
            }
            return 0;
        }
    }

    private static void print(PrintWriter out, Report report, LlmBudget budget) {
        out.println(row("day", "task", "calls", "requests", "cached", "failed", "tokens in", "tokens out", "money"));
        for (Line line : report.lines()) {
            out.println(row(
                    line.day().toString(),
                    line.task(),
                    Long.toString(line.calls()),
                    Long.toString(line.sums().requests()),
                    Long.toString(line.sums().fromCache()),
                    Long.toString(line.sums().failed()),
                    Long.toString(line.sums().inputTokens()),
                    Long.toString(line.sums().outputTokens()),
                    money(line.sums().money(), line.currency())));
        }
        for (Day day : report.days()) {
            out.println(against(day, budget));
        }
        for (String currency : report.currencies()) {
            Sums total = report.total(currency);
            out.println("in all: %d requests, %d out of what is kept, %d tokens, %s"
                    .formatted(total.requests(), total.fromCache(), total.tokens(), money(total.money(), currency)));
        }
        if (report.lines().isEmpty()) {
            out.println("nothing was asked from %s to %s".formatted(report.from(), report.to()));
        }
    }

    private static String against(Day day, LlmBudget budget) {
        List<String> words = new ArrayList<>();
        long tokens = day.spentTokens() + day.reservedTokens();
        words.add(
                budget.tokensPerDay() == null
                        ? "%d tokens".formatted(tokens)
                        : "%d of %d tokens".formatted(tokens, budget.tokensPerDay()));
        if (budget.currency() != null) {
            String spent = money(day.spentMoney().add(day.reservedMoney()), budget.currency());
            words.add(
                    budget.moneyPerDay() == null
                            ? spent
                            : "%s of %s"
                                    .formatted(
                                            spent, money(BigDecimal.valueOf(budget.moneyPerDay()), budget.currency())));
        }
        words.add("%d calls, %d parked".formatted(day.calls(), day.parked()));
        return "%s: %s".formatted(day.day(), String.join(", ", words));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-10s %-12s %8s %8s %8s %8s %12s %12s %16s", (Object[]) cells);
    }

    private static String money(BigDecimal sum, String currency) {
        return currency.isEmpty() ? "no price" : "%s %s".formatted(sum.setScale(4, RoundingMode.HALF_UP), currency);
    }
}
