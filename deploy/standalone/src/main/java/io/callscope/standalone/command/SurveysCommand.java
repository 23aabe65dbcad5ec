package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.FigureKind;
import io.callscope.analytics.surveys.ImportReport;
import io.callscope.analytics.surveys.JdbiFigureStore;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope surveys}: what comes from elsewhere in files. */
@Command(name = "surveys", description = "Answers to surveys, figures of the telephone system and of teams.")
final class SurveysCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SurveysCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "import",
            description = {
                "Import a CSV or XLSX file; the same file again changes nothing. Exit code 1 when a row was left out.",
                "Columns: docs/surveys.md. The last line is one JSON object."
            })
    int importFile(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "FILE", description = "CSV or XLSX with a header") Path file,
            @Option(
                            names = "--kind",
                            defaultValue = "surveys",
                            description = "surveys, customers, acd or teams; default: ${DEFAULT-VALUE}")
                    String kind,
            @Option(
                            names = "--charset",
                            paramLabel = "NAME",
                            description = "of CSV, such as windows-1251 (default: UTF-8, else windows-1251)")
                    @Nullable
                    String charset,
            @Option(names = "--dry-run", description = "only say what would be imported") boolean dryRun)
            throws IOException {
        FigureKind what = FigureKind.ofId(kind);
        Charset read = TableCommand.charset(spec.commandLine(), charset);
        TableCommand.requireFile(spec.commandLine(), file);
        AnalyticsConfig service = database.service(context);
        try (AnalyticsDatabase opened = AnalyticsDatabase.open(service.database())) {
            ImportReport report = new FigureImport(new JdbiFigureStore(opened.dataSource()), service.siteZone())
                    .run(what, Files.readAllBytes(file), read, dryRun);
            if (!dryRun) {
                new JdbiAuditLog(opened.dataSource(), Clock.systemUTC())
                        .append(new AuditEvent(
                                UserAccess.whoIsAtTheTerminal(),
                                AuditAction.FIGURES_IMPORTED,
                                List.of(),
                                Map.of(
                                        "kind",
                                        what.id(),
                                        "added",
                                        Integer.toString(report.added()),
                                        "changed",
                                        Integer.toString(report.changed()))));
            }
            return TableCommand.tell(spec.commandLine().getOut(), report);
        }
    }
}
