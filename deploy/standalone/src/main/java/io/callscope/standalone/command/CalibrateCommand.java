package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.review.calibration.CalibrationDraft;
import io.callscope.analytics.review.calibration.CalibrationReport;
import io.callscope.analytics.review.calibration.CalibrationSession;
import io.callscope.analytics.review.calibration.CalibrationSources;
import io.callscope.analytics.review.calibration.CriterionCalibration;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.TeamScope;
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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope qa calibrate}: begins a session in which several people score the same calls, or prints its report. */
@Command(
        name = "calibrate",
        description = {
            "Have three controllers or more score the same calls of a week, each for himself; with --report print what comes",
            "out of a session. Nothing of it counts for accuracy. The last line is one JSON object: session, and criteria",
            "once nobody scores any more."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--person", paramLabel = "LOGIN", description = "who scores; give it three times or more")
    private List<String> people = List.of();

    @Option(names = "--name", paramLabel = "TEXT", description = "as people call it (default: the week)")
    private @Nullable String name;

    @Option(
            names = "--scorecard",
            paramLabel = "ID",
            defaultValue = "service",
            description = "by which they score; default: ${DEFAULT-VALUE}")
    private String scorecard = "service";

    @Option(
            names = "--week",
            paramLabel = "MONDAY",
            description = "such as 2026-10-05 (default: the last week that is over)")
    private @Nullable LocalDate week;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "40",
            description = "2 to 200; default: ${DEFAULT-VALUE}")
    private int calls = 40;

    @Option(names = "--seed", paramLabel = "N", description = "of the lot (default: a random one, printed)")
    private @Nullable Long seed;

    @Option(names = "--report", paramLabel = "NUMBER", description = "only print what comes out of this session")
    private @Nullable Long report;

    @Option(names = "--who", description = "in the report, who differs from the others and how")
    private boolean who;

    CalibrateCommand(CommandContext context) {
        this.context = context;
    }

    /** What the last line holds. */
    private record Out(CalibrationSession session, @Nullable List<CriterionCalibration> criteria) {}

    @Override
    public Integer call() throws IOException {
        if (report != null && !people.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--report %d: expected no --person".formatted(report));
        }
        AnalyticsConfig config = options.service(context);
        Clock clock = Clock.systemUTC();
        try (AnalyticsDatabase database = AnalyticsDatabase.open(config.database())) {
            CalibrationSources sources = CalibrationSources.over(
                    database.dataSource(), new JdbiUserStore(database.dataSource()), config.siteZone(), clock);
            Scorecards scorecards = Scorecards.load(config.configDir());
            long number = report == null ? begin(sources, scorecards, database, clock) : report;
            CalibrationSession session = sources.sessions()
                    .of(number, TeamScope.all())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--report %d: expected one of the sessions %s"
                                    .formatted(
                                            number,
                                            sources.sessions().all(TeamScope.all()).stream()
                                                    .map(one -> Long.toString(one.number()))
                                                    .collect(Collectors.joining(", ")))));
            print(session, session.isOver() ? criteria(sources, scorecards, session) : null);
            return 0;
        }
    }

    private long begin(CalibrationSources sources, Scorecards scorecards, AnalyticsDatabase database, Clock clock) {
        List<String> known = scorecards.all().stream().map(Scorecard::id).toList();
        if (!known.contains(scorecard)) {
            throw new ParameterException(
                    spec.commandLine(), "--scorecard \"%s\": expected one of %s".formatted(scorecard, known));
        }
        LocalDate monday = week == null ? sources.maker().lastWeek() : week;
        long lot = seed == null ? SEEDS.nextInt(Integer.MAX_VALUE) : seed;
        CalibrationDraft draft = new CalibrationDraft(
                Objects.requireNonNullElse(name, monday.toString()), scorecard, monday, calls, people, lot);
        String by = UserAccess.whoIsAtTheTerminal();
        long number = sources.maker().make(draft, by, TeamScope.all());
        new JdbiAuditLog(database.dataSource(), clock)
                .append(new AuditEvent(
                        by, AuditAction.CALIBRATION_MADE, List.of(), Map.of("session", Long.toString(number))));
        spec.commandLine().getOut().printf("session %d, seed %d%n", number, lot);
        return number;
    }

    private List<CriterionCalibration> criteria(
            CalibrationSources sources, Scorecards scorecards, CalibrationSession session) {
        List<String> ids = scorecards.all().stream()
                .filter(one -> one.id().equals(session.scorecard()))
                .flatMap(one -> one.criteria().stream())
                .map(Criterion::id)
                .toList();
        List<CriterionCalibration> criteria =
                CalibrationReport.of(ids, sources.sessions().answers(session.number()));
        return who
                ? criteria
                : criteria.stream().map(CriterionCalibration::unnamed).toList();
    }

    private void print(CalibrationSession session, @Nullable List<CriterionCalibration> criteria) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "\"%s\": %d calls of the week %s by %s%n",
                session.name(), session.calls(), session.week(), session.scorecard());
        session.people().forEach(one -> out.printf("%-24s %d of %d%n", one.login(), one.done(), session.calls()));
        if (criteria == null) {
            out.println("they still score: what comes out is shown when all are done or the session is ended");
        } else {
            out.printf(
                    "%-32s %6s %6s %9s %7s %6s %6s  %s%n",
                    "criterion", "calls", "apart", "failures", "same", "AC1", "alpha", "machine");
            criteria.forEach(one -> out.printf(
                    "%-32s %6d %6d %9d %7s %6s %6s  %s%n",
                    one.criterion(),
                    one.calls(),
                    one.apart(),
                    one.failures(),
                    figure(one.agreement()),
                    figure(one.ac1()),
                    figure(one.alpha()),
                    one.machine().outcome().id()));
        }
        out.println(new String(EventJson.write(new Out(session, criteria)), StandardCharsets.UTF_8));
        out.flush();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
