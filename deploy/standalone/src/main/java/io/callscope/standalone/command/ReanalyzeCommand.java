package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.ReanalysisParts;
import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.NewWork;
import io.callscope.analytics.live.RulebookFiles;
import io.callscope.analytics.reanalyze.Difference;
import io.callscope.analytics.reanalyze.Mending;
import io.callscope.analytics.reanalyze.MendingTally;
import io.callscope.analytics.reanalyze.ReanalysisLog.Order;
import io.callscope.analytics.reanalyze.ReanalysisLog.Turn;
import io.callscope.analytics.reanalyze.Reanalyzer;
import io.callscope.analytics.reanalyze.Reanalyzer.Applied;
import io.callscope.analytics.reanalyze.Span;
import io.callscope.analytics.reanalyze.TokenCost;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.ops.Resources;
import io.callscope.model.call.CallId;
import io.callscope.standalone.access.UserAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope reanalyze}. */
@Command(
        name = "reanalyze",
        description = {
            "Hear stored calls again with a changed codebook, flag rules, prompts or model, and say what differs, with",
            "calls to listen to. Without --dry-run the new analyses are then put in force: old ones stay readable, what",
            "people said stays, nothing that anybody closed is opened. May be ended at any moment and run again: it",
            "goes on with what is left. --dry-run also says which disagreements with people would be mended and which made,",
            "on calls that were drawn for tuning. The last line is one JSON object: number, config, difference, mending,",
            "applied."
        })
final class ReanalyzeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--service",
            paramLabel = "FILE",
            description = "analytics.yaml of the service whose calls are meant (default: the callscope that runs here)")
    private @Nullable Path service;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder with codebook/, prompts/ and flags.yaml (default: the service's own)")
    private @Nullable Path folder;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "first day, such as 2026-10-01")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "last day, such as 2026-10-31")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--limit", paramLabel = "N", description = "no more than so many calls, the earliest")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--dry-run", description = "only say what differs")
    private boolean dryRun;

    @Option(
            names = "--queue",
            description =
                    "calls that are flagged now and were not before go to the queue (default: they are only found)")
    private boolean queue;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "how many tokens a language model may take, by estimate; the estimate is shown first")
    private long tokens;

    ReanalyzeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        AnalyticsConfig config = DatabaseOptions.service(context, installation, service);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "--from %s --to %s: expected a last day that is not before the first".formatted(from, to));
        }
        if (limit < 1) {
            throw new IllegalArgumentException("--limit %d: expected 1 or more".formatted(limit));
        }
        if (config.database().poolSize() < 2) {
            throw new IllegalArgumentException("database.poolSize 1: expected 2 or more, one of them holds the turn");
        }
        Path changed = folder == null ? config.configDir() : folder;
        if (!Files.isDirectory(changed)) {
            throw new IllegalArgumentException(
                    "--config %s: expected a folder with codebook and flags.yaml".formatted(changed));
        }
        Span span = new Span(
                from.atStartOfDay(config.siteZone()).toInstant(),
                to.plusDays(1).atStartOfDay(config.siteZone()).toInstant(),
                limit);
        Clock clock = Clock.systemUTC();
        try (AnalyticsDatabase database = AnalyticsDatabase.open(config.database());
                Resources closing = new Resources()) {
            ReanalysisParts parts = ReanalysisParts.open(
                    config,
                    changed,
                    database.dataSource(),
                    queue ? NewWork.NOTHING_REOPENED : NewWork.NONE,
                    clock,
                    closing);
            return new Run(config, changed, span, database, parts, clock).run();
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** One run of the command with everything open. */
    private final class Run {
        private final AnalyticsConfig config;
        private final Path changed;
        private final Span span;
        private final AnalyticsDatabase database;
        private final ReanalysisParts parts;
        private final Clock clock;
        private final ReanalysisReport report;

        Run(
                AnalyticsConfig config,
                Path changed,
                Span span,
                AnalyticsDatabase database,
                ReanalysisParts parts,
                Clock clock) {
            this.config = config;
            this.changed = changed;
            this.span = span;
            this.database = database;
            this.parts = parts;
            this.clock = clock;
            this.report = new ReanalysisReport(
                    spec.commandLine().getOut(), spec.commandLine().getErr(), ReanalysisReport.pages(config));
        }

        int run() throws InterruptedException {
            report.begin(parts.rulebook().version(), changed, from, to);
            if (!mayAsk()) {
                return 1;
            }
            try (Reanalyzer reanalyzer = parts.reanalyzer(clock)) {
                if (dryRun) {
                    report.end(compared(reanalyzer), null);
                    return 0;
                }
                // taken before the comparison: what is shown is what is put in force
                Turn turn = parts.log().takeTurn();
                try {
                    ReanalysisReport.Compared compared = compared(reanalyzer);
                    Applied applied = reanalyzer.apply(
                            compared.number(), span, parts.renewals(), parts.log(), report.progress("put in force"));
                    audit(compared.number(), "applied", applied.renewed());
                    report.end(compared, applied);
                } finally {
                    turn.close();
                }
            }
            if (!new RulebookFiles(config.configDir())
                    .digest()
                    .equals(parts.rulebook().digest())) {
                report.note("the service goes on judging new calls by what lies in %s: put the files there too"
                        .formatted(config.configDir()));
            }
            return 0;
        }

        private ReanalysisReport.Compared compared(Reanalyzer reanalyzer) throws InterruptedException {
            MendingTally tally = new MendingTally(dryRun ? parts.learning().tuning() : Tuning.none());
            Difference difference = reanalyzer.compare(span, tally, report.progress("heard"));
            Mending mending = tally.mending();
            long number = parts.log()
                    .compared(
                            new Order(
                                    parts.rulebook().version(),
                                    span.from(),
                                    span.to(),
                                    UserAccess.whoIsAtTheTerminal()),
                            difference,
                            clock.instant());
            audit(number, "compared", difference.calls());
            ReanalysisReport.Compared compared =
                    new ReanalysisReport.Compared(number, parts.rulebook().version(), difference, mending);
            report.difference(compared);
            if (dryRun) {
                auditScores(mending);
                report.mending(mending);
            }
            return compared;
        }

        /** Whoever sees where people and machine differ has seen what people said of those calls. */
        private void auditScores(@Nullable Mending mending) {
            if (mending != null && !mending.callIds().isEmpty()) {
                new JdbiAuditLog(database.dataSource(), clock)
                        .append(new AuditEvent(
                                UserAccess.whoIsAtTheTerminal(),
                                AuditAction.SCORES_READ,
                                mending.callIds().stream().map(CallId::new).toList(),
                                Map.of("config", parts.rulebook().version())));
            }
        }

        /** Whether the language model, if there is one, costs no more than was allowed. */
        private boolean mayAsk() throws InterruptedException {
            ReanalysisParts.Model model = parts.model();
            if (model == null) {
                return true;
            }
            TokenCost cost =
                    TokenCost.of(parts.calls(), model.judge(), model.isKept(), span, report.progress("counted"));
            report.cost(model, cost);
            if (cost.tokens() > tokens) {
                report.note("nothing was asked: allow it with --tokens %d".formatted(cost.tokens()));
                return false;
            }
            return true;
        }

        private void audit(long number, String what, long calls) {
            new JdbiAuditLog(database.dataSource(), clock)
                    .append(new AuditEvent(
                            UserAccess.whoIsAtTheTerminal(),
                            AuditAction.REANALYZED,
                            List.of(),
                            Map.of(
                                    "reanalysis", Long.toString(number),
                                    "what", what,
                                    "config", parts.rulebook().version(),
                                    "calls", Long.toString(calls))));
        }
    }
}
