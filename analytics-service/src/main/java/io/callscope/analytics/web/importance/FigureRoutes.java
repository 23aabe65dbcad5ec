package io.callscope.analytics.web.importance;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.FigureKind;
import io.callscope.analytics.surveys.ImportReport;
import io.callscope.analytics.tables.UnusableFileException;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/surveys}, {@code /api/customers}, {@code /api/acd} and {@code /api/teams}: CSV files from elsewhere. Thread-safe. */
public final class FigureRoutes implements RouteGroup {
    private static final int MOST_BYTES = 32 << 20;

    private final FigureImport figures;
    private final AuditLog audit;

    public FigureRoutes(FigureImport figures, AuditLog audit) {
        this.figures = figures;
        this.audit = audit;
    }

    @Override
    public void addTo(Routes routes) {
        for (FigureKind kind : FigureKind.values()) {
            routes.puts("/api/" + kind.id(), Permission.IMPORT_FIGURES, context -> take(context, kind));
        }
    }

    /** Answers 200 with what became of each row, also when some were left out. */
    private void take(Context context, FigureKind kind) throws IOException {
        Charset charset = charset(QueryString.first(context.queryParamMap(), "charset"));
        boolean dryRun = isDryRun(QueryString.first(context.queryParamMap(), "dryRun"));
        byte[] file;
        try (InputStream body = context.bodyInputStream()) {
            file = body.readNBytes(MOST_BYTES + 1);
        }
        if (file.length > MOST_BYTES) {
            throw ProblemException.badParameter(
                    "body", "> %d MiB".formatted(MOST_BYTES >> 20), Expected.of("expected.table", columns(kind)));
        }
        ImportReport report;
        try {
            report = figures.run(kind, file, charset, dryRun);
        } catch (UnusableFileException e) {
            throw ProblemException.badParameter(e.what(), e.value(), Expected.of("expected.table", columns(kind)));
        }
        if (!dryRun) {
            audit.append(new AuditEvent(
                    Viewer.of(context).login(),
                    AuditAction.FIGURES_IMPORTED,
                    List.of(),
                    Map.of(
                            "kind", kind.id(),
                            "added", Integer.toString(report.added()),
                            "changed", Integer.toString(report.changed()))));
        }
        context.json(report);
    }

    private static String columns(FigureKind kind) {
        return String.join(", ", kind.columns());
    }

    private static boolean isDryRun(String value) {
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw ProblemException.badParameter("dryRun", value, Expected.of("expected.one-of", "true, false"));
        }
        return value.equals("true");
    }

    private static @Nullable Charset charset(String name) {
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.badParameter("charset", name, Expected.of("expected.one-of", "UTF-8, windows-1251"));
        }
    }
}
