package io.callscope.standalone.command;

import io.callscope.standalone.month.Half;
import io.callscope.standalone.month.MonthCall;
import io.callscope.standalone.month.MonthFiles;
import io.callscope.standalone.month.MonthSurveys;
import io.callscope.standalone.month.SimulatedMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope month}. */
@Command(name = "month", description = "Six weeks of made-up Russian calls whose truth is known.")
final class MonthCommand {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * @param clock the month ends the day before, by the clock's zone
     */
    MonthCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "write",
            description = {
                "Write transcripts into DIR/calls, ready for \"callscope send DIR/calls\", and what is true of them",
                "into DIR/truth.jsonl; into DIR/surveys.csv what customers answered, for \"callscope surveys import\". The same seed, number and last day give the same files."
            })
    int write(
            @Parameters(paramLabel = "DIR", description = "an empty folder, or one that does not exist") Path folder,
            @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}") long seed,
            @Option(names = "--calls", defaultValue = "700", description = "default: ${DEFAULT-VALUE}") int calls,
            @Option(names = "--last-day", paramLabel = "DATE", description = "such as 2026-10-11; default: yesterday")
                    @Nullable
                    LocalDate lastDay)
            throws IOException {
        LocalDate end = lastDay == null ? LocalDate.now(clock).minusDays(1) : lastDay;
        List<MonthCall> month = SimulatedMonth.of(seed, calls, end, Half.WHOLE);
        MonthFiles.write(month, MonthSurveys.of(seed, month), folder);
        spec.commandLine().getOut().printf("%d calls that end with %s in %s%n", month.size(), end, folder);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
