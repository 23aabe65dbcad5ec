package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.review.imports.JdbiImportedReviews;
import io.callscope.analytics.review.imports.ReviewImport;
import io.callscope.analytics.review.imports.ReviewImportReport;
import io.callscope.analytics.review.imports.ReviewMap;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import io.callscope.standalone.access.UserAccess;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope reviews}: what controllers said of calls elsewhere. */
@Command(name = "reviews", description = "Reviews that controllers gave elsewhere.")
final class ReviewsCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReviewsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "import",
            description = {
                "Import a sheet, CSV or XLSX; the same file again changes nothing. Nobody knows how its calls were chosen,",
                "so its reviews are kept for coaching and count for no rate. Exit code 1 when a row was left out.",
                "Columns: docs/reviews.md. The last line is one JSON object."
            })
    int importFile(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "FILE", description = "CSV or XLSX with a header") Path file,
            @Option(
                            names = "--map",
                            paramLabel = "NAME",
                            defaultValue = "service",
                            description = "file of imports in the configuration; default: ${DEFAULT-VALUE}")
                    String name,
            @Option(
                            names = "--charset",
                            paramLabel = "NAME",
                            description = "of CSV, such as windows-1251 (default: UTF-8, else windows-1251)")
                    @Nullable
                    String charset,
            @Option(names = "--dry-run", description = "only say what would be imported") boolean dryRun)
            throws IOException {
        Charset read = TableCommand.charset(spec.commandLine(), charset);
        TableCommand.requireFile(spec.commandLine(), file);
        AnalyticsConfig service = database.service(context);
        Map<String, ReviewMap> maps = ReviewMap.load(service.configDir(), Scorecards.load(service.configDir()));
        ReviewMap map = maps.get(name);
        if (map == null) {
            throw new ParameterException(
                    spec.commandLine(), "--map \"%s\": expected one of %s".formatted(name, maps.keySet()));
        }
        try (AnalyticsDatabase opened = AnalyticsDatabase.open(service.database())) {
            ReviewImportReport report = new ReviewImport(
                            new JdbiImportedReviews(opened.dataSource(), service.siteZone()), Clock.systemUTC())
                    .run(map, Files.readAllBytes(file), read, TeamScope.all(), dryRun);
            if (!dryRun) {
                new JdbiAuditLog(opened.dataSource(), Clock.systemUTC())
                        .append(new AuditEvent(
                                UserAccess.whoIsAtTheTerminal(),
                                AuditAction.REVIEWS_IMPORTED,
                                List.of(),
                                Map.of(
                                        "scorecard",
                                        report.scorecard(),
                                        "added",
                                        Integer.toString(report.added()),
                                        "changed",
                                        Integer.toString(report.changed()))));
            }
            return TableCommand.tell(spec.commandLine().getOut(), report);
        }
    }
}
