package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.input.InputDrift;
import io.callscope.analytics.accuracy.input.InputShift;
import io.callscope.analytics.accuracy.input.JdbiInputWeeks;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Figure;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.analytics.accuracy.report.TotalRow;
import io.callscope.analytics.accuracy.report.Why;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.month.Half;
import io.callscope.standalone.month.MonthCall;
import io.callscope.standalone.month.MonthEvents;
import io.callscope.standalone.month.MonthJudge;
import io.callscope.standalone.month.MonthPipeline;
import io.callscope.standalone.month.MonthReviews;
import io.callscope.standalone.month.SimulatedMonth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope report accuracy}. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = "Say, item by item, how far the machine's scores may be trusted, and why.")
final class AccuracyReportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json", description = "one JSON object, the one of /api/accuracy")
    private boolean json;

    @Option(
            names = "--simulated",
            description = {
                "of the simulated month as controllers with known errors score it, in a database of its own that is thrown",
                "away: shows what the report looks like, and says nothing about real accuracy"
            })
    private boolean simulated;

    @Option(names = "--seed", defaultValue = "1", description = "of the simulation; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    AccuracyReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        AccuracyReport report = simulated ? ofSimulation() : ofDatabase();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(EventJson.write(report), StandardCharsets.UTF_8));
        } else {
            print(out, report);
        }
        out.flush();
        return 0;
    }

    private AccuracyReport ofDatabase() throws IOException {
        AnalyticsConfig service = database.service(context);
        try (AnalyticsDatabase open = AnalyticsDatabase.open(service.database())) {
            return report(open, service.configDir(), service.siteZone(), service.accuracy());
        }
    }

    private AccuracyReport ofSimulation() throws IOException {
        Path config = database.layout(context).shippedConfig();
        Path folder = Files.createTempDirectory("callscope-report");
        ZoneId site = ZoneId.of("Europe/Moscow");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase open = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 2))) {
            Codebook codebook = CodebookLoader.load(config);
            Scorecards scorecards = Scorecards.load(config, codebook);
            List<MonthCall> month = SimulatedMonth.of(
                    seed, MonthReviews.CALLS, LocalDate.now(site).minusDays(1), Half.WHOLE);
            new MonthPipeline(
                            open.dataSource(),
                            codebook,
                            FlagRules.load(config, codebook),
                            MonthEvents.of(config),
                            new JdbiEvaluationMaker(() -> scorecards))
                    .run(month);
            MonthJudge judge = new MonthJudge();
            new MonthReviews(
                            open.dataSource(),
                            scorecards,
                            codebook,
                            RepeatSettings.defaults().windowDays(),
                            site,
                            Clock.system(site))
                    .give(month.stream().collect(Collectors.toMap(MonthCall::id, judge::of)), seed);
            JdbiInputWeeks weeks = new JdbiInputWeeks(open.dataSource(), site);
            while (weeks.countOne(Instant.now())) {
                // another week waits; here no service counts them
            }
            return report(open, config, site, AccuracySettings.defaults());
        } finally {
            BenchFolders.delete(folder);
        }
    }

    private static AccuracyReport report(AnalyticsDatabase open, Path config, ZoneId site, AccuracySettings settings) {
        Codebook codebook = CodebookLoader.load(config);
        Scorecards scorecards = Scorecards.load(config, codebook);
        return new JdbiAccuracyReports(open.dataSource(), settings, site, () -> scorecards, () -> codebook)
                .read(TeamScope.all(), Instant.now());
    }

    private static void print(PrintWriter out, AccuracyReport report) {
        if (report.simulated() > 0) {
            out.printf("SIMULATED: no person gave %d of the %d reviews%n", report.simulated(), report.reviews());
        }
        out.printf("%d reviews given blind%n", report.reviews());
        out.printf(
                "%-44s %-12s %-9s %6s %-7s %6s %6s %6s %-28s %s%n",
                "item", "decision", "same", "least", "found", "least", "false", "people", "share", "why");
        for (ItemRow row : report.items()) {
            out.printf(
                    "%-44s %-12s %-9s %6s %-7s %6s %6d %6s %-28s %s%n",
                    row.item().key(),
                    row.decision().id(),
                    of(row.agreement()),
                    percent(row.agreement().atLeast()),
                    of(row.found()),
                    percent(row.found().atLeast()),
                    row.falseAlarms(),
                    percent(row.people().share()),
                    share(row.corrected()),
                    row.why().stream().map(Why::id).collect(Collectors.joining(", ")));
        }
        InputDrift input = report.input();
        if (input.state() == InputDrift.State.COMPARED) {
            out.printf(
                    "input of the week %s beside %d reviewed weeks: %d features compared, changed: %s%n",
                    input.week(),
                    input.reference().size(),
                    input.compared(),
                    input.changed().isEmpty()
                            ? "none"
                            : input.changed().stream().map(InputShift::feature).collect(Collectors.joining(", ")));
        } else {
            out.printf(
                    "input: not compared, %s%n",
                    input.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        for (TotalRow total : report.totals()) {
            if (total.bias() != null && total.limitLow() != null && total.limitHigh() != null) {
                out.printf(
                        Locale.ROOT,
                        "total of %s: %d calls, machine %+.1f points, 95 %% of calls %+.1f to %+.1f%n",
                        total.scorecard(),
                        total.calls(),
                        total.bias(),
                        total.limitLow(),
                        total.limitHigh());
            }
        }
    }

    private static String of(Figure figure) {
        return figure.of() == 0 ? "-" : figure.count() + "/" + figure.of();
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String share(Corrected corrected) {
        return "%s -> %s (%s-%s)"
                .formatted(
                        percent(corrected.raw()),
                        percent(corrected.share()),
                        percent(corrected.low()),
                        percent(corrected.high()));
    }
}
