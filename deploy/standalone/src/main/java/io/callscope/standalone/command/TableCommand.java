package io.callscope.standalone.command;

import io.callscope.analytics.tables.TableReport;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What commands that import a table have in common. Stateless. */
final class TableCommand {
    /** Larger files are no sheets. */
    private static final long MOST_BYTES = 32L << 20;

    private TableCommand() {}

    /** @throws ParameterException when there is none of this name */
    static @Nullable Charset charset(CommandLine command, @Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(
                    command, "--charset \"%s\": expected a charset such as windows-1251".formatted(name), e);
        }
    }

    /** @throws ParameterException when it is not there, or too large to be read at once */
    static void requireFile(CommandLine command, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(command, "%s: no such file".formatted(file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new ParameterException(
                    command, "%s: %d bytes, expected at most %d".formatted(file, Files.size(file), MOST_BYTES));
        }
    }

    /**
     * Prints a line for each problem, a sentence, and one JSON object.
     *
     * @return the exit code: 1 when a row was left out
     */
    static int tell(PrintWriter out, TableReport report) {
        report.problems()
                .forEach(problem -> out.printf(
                        "line %d, %s \"%s\": expected %s%n",
                        problem.line(),
                        problem.column().isEmpty() ? "row" : problem.column(),
                        problem.value(),
                        problem.expected()));
        if (report.bad() > report.problems().size()) {
            out.printf("and %d more%n", report.bad() - report.problems().size());
        }
        if (!report.ignoredColumns().isEmpty()) {
            out.printf("not read: %s%n", String.join(", ", report.ignoredColumns()));
        }
        out.printf(
                "%s%d rows in %s: %d added, %d changed, %d known already, %d left out, of them %d for calls that are not known%n",
                report.dryRun() ? "nothing kept; " : "",
                report.rows(),
                report.charset(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.bad(),
                report.unknownCalls());
        out.println(new String(EventJson.write(report), StandardCharsets.UTF_8));
        out.flush();
        return report.bad() == 0 ? 0 : 1;
    }
}
