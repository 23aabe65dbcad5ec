package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.SamplePlan;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.access.UserAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope qa}. */
@Command(name = "qa", description = "Calls that people review, to know how far the machine may be trusted.")
final class QaCommand {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    QaCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "plan",
            description = {
                "Draw the calls of a week that people review, each with a known probability, and keep the list before",
                "anybody reviews. A week has one plan, and a plan is never changed; the same calls, settings and seed give",
                "the same list. The last line is one JSON object: plan, kept."
            })
    int plan(
            @Mixin DatabaseOptions options,
            @Option(
                            names = "--week",
                            paramLabel = "MONDAY",
                            description = "such as 2026-10-05 (default: the last week that is over)")
                    @Nullable
                    LocalDate week,
            @Option(names = "--seed", paramLabel = "N", description = "of the lot (default: a random one, printed)")
                    @Nullable
                    Long seed,
            @Option(names = "--dry-run", description = "only show the list") boolean dryRun)
            throws IOException {
        AnalyticsConfig config = options.service(context);
        Clock clock = Clock.systemUTC();
        try (AnalyticsDatabase database = AnalyticsDatabase.open(config.database())) {
            PlanMaker maker = PlanMaker.over(
                    database.dataSource(),
                    new JdbiUserStore(database.dataSource()),
                    config.qa(),
                    config.siteZone(),
                    clock);
            LocalDate monday = week == null ? maker.lastWeek() : week;
            long lot = seed == null ? SEEDS.nextInt(Integer.MAX_VALUE) : seed;
            String by = UserAccess.whoIsAtTheTerminal();
            SamplePlan plan = dryRun ? maker.draw(monday, lot, by) : maker.make(monday, lot, by);
            if (!dryRun) {
                new JdbiAuditLog(database.dataSource(), clock)
                        .append(new AuditEvent(
                                by,
                                AuditAction.PLAN_MADE,
                                List.of(),
                                Map.of("week", monday.toString(), "seed", Long.toString(lot))));
            }
            print(plan, !dryRun);
            return 0;
        }
    }

    /** What the last line holds. */
    private record Drawn(SamplePlan plan, boolean kept) {}

    private void print(SamplePlan plan, boolean kept) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("%-24s %-10s %6s  %-10s %s".formatted("call", "scorecard", "pi", "role", "reviewers"));
        for (SamplePlan.Planned call : plan.calls()) {
            out.println("%-24s %-10s %6s  %-10s %s"
                    .formatted(
                            call.callId(),
                            call.scorecard(),
                            String.format(Locale.ROOT, "%.4f", call.pi()),
                            call.role().name().toLowerCase(Locale.ROOT),
                            reviewers(call)));
        }
        out.println("week %s: %d of %d calls, seed %d%s"
                .formatted(
                        plan.week(),
                        plan.calls().size(),
                        plan.candidates(),
                        plan.seed(),
                        kept ? "" : "; nothing was kept"));
        out.println(new String(EventJson.write(new Drawn(plan, kept)), StandardCharsets.UTF_8));
        out.flush();
    }

    private static String reviewers(SamplePlan.Planned call) {
        return call.seats().entrySet().stream()
                .sorted(Map.Entry.<Seat, @Nullable String>comparingByKey())
                .map(seat -> Objects.requireNonNullElse(seat.getValue(), "(free)"))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
