package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.bench.PageTimes;
import io.callscope.standalone.bench.ReportsBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench reports}: how long the head's reports take over a year of calls. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        description = {
            "How long reports take over a year of made-up calls, warm, over 1, 4, 13 and 52 weeks.",
            "Exit code 1 when one takes longer than 300 ms at the 95th percentile.",
            "The last line is one JSON object."
        })
final class ReportsBenchCommand implements Callable<Integer> {
    private static final double BAR_MS = 300;

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--calls", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private int calls = 1_000_000;

    @Option(names = "--times", defaultValue = "40", description = "each page is asked; default: ${DEFAULT-VALUE}")
    private int times = 40;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "keep the database in DIR; one that is filled already is asked as it is")
    private @Nullable Path keep;

    ReportsBenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (calls < 1_000 || calls > 10_000_000) {
            throw new ParameterException(spec.commandLine(), "--calls %d: expected 1000 to 10000000".formatted(calls));
        }
        if (times < 1 || times > 1_000) {
            throw new ParameterException(spec.commandLine(), "--times %d: expected 1 to 1000".formatted(times));
        }
        if (keep != null) {
            return report(run(Files.createDirectories(keep)));
        }
        Path folder = Files.createTempDirectory("callscope-bench");
        try {
            return report(run(folder));
        } finally {
            BenchFolders.delete(folder);
        }
    }

    private ReportsBench.Result run(Path folder) throws IOException, SQLException, InterruptedException {
        Path config = installation.layout(context).shippedConfig();
        return new ReportsBench(config, folder, calls, times, spec.commandLine().getOut()).run();
    }

    private int report(ReportsBench.Result result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("calls", result.calls());
        ObjectNode byPage = json.putObject("pages");
        out.printf("%-34s %9s %9s %9s%n", "page and weeks, ms", "p50", "p95", "max");
        for (PageTimes page : result.pages()) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %9.1f %9.1f %9.1f%n",
                    page.page(),
                    page.percentileMs(50),
                    page.percentileMs(95),
                    page.maxMs());
            byPage.putObject(page.page())
                    .put("p50Ms", tenths(page.percentileMs(50)))
                    .put("p95Ms", tenths(page.percentileMs(95)))
                    .put("maxMs", tenths(page.maxMs()));
        }
        ObjectNode growth = json.putObject("growth");
        for (String report : List.of("repeats", "repeats of a queue", "repeats of a team's reason", "forces")) {
            double times52 = p50(result.pages(), report + " 52") / p50(result.pages(), report + " 1");
            out.printf(Locale.ROOT, "%s: 52 weeks take %.1f times as long as one%n", report, times52);
            growth.put(report, tenths(times52));
        }
        PageTimes slowest = result.pages().stream()
                .filter(page -> ReportsBench.hasBar(page.page()))
                .max(Comparator.comparing(page -> page.percentileMs(95)))
                .orElseThrow();
        boolean passed = slowest.percentileMs(95) <= BAR_MS;
        out.printf(
                Locale.ROOT,
                "slowest report or queue: %s, %.1f ms at p95; the bar is %.0f: %s%n",
                slowest.page(),
                slowest.percentileMs(95),
                BAR_MS,
                passed ? "passed" : "missed");
        json.put("p95Ms", tenths(slowest.percentileMs(95)));
        json.put("passed", passed);
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
        return passed ? 0 : 1;
    }

    private static double p50(List<PageTimes> pages, String name) {
        return pages.stream()
                .filter(page -> page.page().equals(name))
                .mapToDouble(page -> page.percentileMs(50))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("\"%s\" was not asked".formatted(name)));
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
