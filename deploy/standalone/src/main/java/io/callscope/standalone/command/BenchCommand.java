package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.repeats.bench.RepeatsBench;
import io.callscope.analytics.repeats.bench.RepeatsBenchResult;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.bench.PageTimes;
import io.callscope.standalone.bench.PagesBench;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.bench.BenchPlan;
import io.callscope.transcribe.bench.MemoryOverCalls;
import io.callscope.transcribe.bench.TranscribeBench;
import io.callscope.transcribe.bench.TranscribeBenchResult;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.DecoderProfiles;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelUnavailableException;
import io.callscope.transcribe.recognize.VoiceUse;
import io.callscope.transcribe.worker.WorkerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope bench}: figures for people, and one JSON object with them as the last line. */
@Command(name = "bench", description = "Measure; the last line is one JSON object with the figures.")
final class BenchCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int REPEATS_CALLS = 20_000;
    private static final int MONTH_CALLS = 1_200;

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "transcribe",
            description = "This pipeline, with the recogniser in its own process, beside bare Vosk loops in one run.")
    int transcribe(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "DIR", description = "recordings") Path folder,
            @Option(names = "--language", defaultValue = "en", description = "default: ${DEFAULT-VALUE}")
                    String language,
            @Option(
                            names = "--profile",
                            defaultValue = DecoderProfiles.BALANCED,
                            description = "of the decoder; default: ${DEFAULT-VALUE}")
                    String profile,
            @Option(names = "--rounds", defaultValue = "3", description = "rounds A B; default: ${DEFAULT-VALUE}")
                    int rounds,
            @Option(
                            names = "--recognisers",
                            defaultValue = "2",
                            description = "recordings at once; default: ${DEFAULT-VALUE}")
                    int recognisers,
            @Option(
                            names = "--calls",
                            defaultValue = "200",
                            description = "calls over which memory is watched; default: ${DEFAULT-VALUE}")
                    int calls,
            @Option(
                            names = "--skip-quiet",
                            description = "spare the pipeline's recogniser long quiet, as the service does")
                    boolean skipQuiet)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "%s: no such folder".formatted(folder));
        }
        DataLayout layout = installation.layout(context);
        InstalledModel model = model(layout, language);
        try {
            BenchPlan plan = new BenchPlan(language, recognisers, rounds, calls);
            WorkerSettings settings = new WorkerSettings(
                    false,
                    layout.models().toString(),
                    ModelStores.catalogueFile(layout).toString(),
                    List.of(language),
                    profile,
                    skipQuiet,
                    VoiceUse.WHEN_NEEDED,
                    AudioLimits.DEFAULT.maxChannels(),
                    AudioLimits.DEFAULT.maxDuration().toMillis(),
                    recognisers);
            DecoderProfile decoder = model.profiles().require(profile);
            PrintStream out = asStream(spec.commandLine().getOut());
            out.printf("model %s, profile %s%n", model.id(), decoder.describe());
            return report(new TranscribeBench(model, decoder, settings, plan, out).run(folder));
        } catch (IllegalArgumentException | ModelUnavailableException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int report(TranscribeBenchResult result) throws IOException {
        MemoryOverCalls memory = result.memory();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%.1f times faster than the audio with %d recognisers; the recogniser's process had %d MiB after "
                                + "%d calls, %d at a half, %d after a tenth, %d at most%n",
                        result.pipelineSpeed(),
                        result.recognisers(),
                        memory.mebibytesAt(1),
                        memory.calls(),
                        memory.mebibytesAt(0.5),
                        memory.mebibytesAt(0.1),
                        memory.mostMebibytes());
        ObjectNode json = JSON.createObjectNode();
        json.put("throughputRatio", thousandths(result.throughputRatio()));
        json.put("scaling", thousandths(result.scaling()));
        json.put("profileSpeedup", thousandths(result.profileSpeedup()));
        json.put("cpuRatio", thousandths(result.cpuRatio()));
        json.put("pipelineCpuSeconds", tenths(result.pipelineCpuSeconds()));
        json.put("bareCpuSeconds", tenths(result.bareCpuSeconds()));
        json.put("calls", memory.calls());
        json.put("residentMiB", memory.mebibytesAt(1));
        json.put("residentMaxMiB", memory.mostMebibytes());
        json.put("residentGrowth", thousandths(memory.growth()));
        return finish(json);
    }

    @Command(name = "redact", description = "Recall and precision of the redaction on made-up calls.")
    int redact(
            @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}") long seed,
            @Option(names = "--misses", description = "also print what differs, made-up call by call") boolean misses)
            throws IOException {
        return new RedactReport(spec.commandLine().getOut()).print(seed, misses);
    }

    @Command(
            name = "diarize",
            description = "How well two parties in one channel are told apart, on two-channel calls mixed down.")
    int diarize(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "DIR", description = "two-channel recordings") Path folder,
            @Option(names = "--language", defaultValue = "en", description = "default: ${DEFAULT-VALUE}")
                    String language)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "%s: no such folder".formatted(folder));
        }
        PrintStream out = asStream(spec.commandLine().getOut());
        return finish(PartyBenches.diarize(installation.layout(context), folder, language, out));
    }

    @Command(name = "roles", description = "How often the words tell who is the agent, with the parties hidden.")
    int roles(
            @Mixin InstallationOptions installation,
            @Option(names = "--gold", required = true, paramLabel = "FILE", description = "JSON lines, one call each")
                    Path gold)
            throws IOException {
        requireFile(gold);
        PrintStream out = asStream(spec.commandLine().getOut());
        return finish(PartyBenches.roles(installation.layout(context), gold, out));
    }

    @Command(name = "pages", description = "How long pages take over many made-up calls, in a database of their own.")
    int pages(
            @Mixin InstallationOptions installation,
            @Option(names = "--calls", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}") int calls)
            throws IOException, SQLException, InterruptedException {
        if (calls < 1_000 || calls > 10_000_000) {
            throw new ParameterException(spec.commandLine(), "--calls %d: expected 1000 to 10000000".formatted(calls));
        }
        Path folder = Files.createTempDirectory("callscope-bench");
        try {
            return report(
                    calls,
                    new PagesBench(
                                    installation.layout(context).shippedConfig(),
                                    folder,
                                    calls,
                                    spec.commandLine().getOut())
                            .run());
        } finally {
            BenchFolders.delete(folder);
        }
    }

    @Command(
            name = "repeats",
            description = "How well repeat contacts are linked and reported, over made-up calls whose truth is known.")
    int repeats(
            @Mixin InstallationOptions installation,
            @Option(names = "--calls", description = "default: 20000, with --month 1200") @Nullable Integer given,
            @Option(names = "--weeks", defaultValue = "6", description = "default: ${DEFAULT-VALUE}") int weeks,
            @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}") long seed,
            @Option(
                            names = "--month",
                            description =
                                    "instead, the simulated month with its words: links, causes and FCR by rules; "
                                            + "exit code 1 when a bar is missed")
                    boolean month)
            throws IOException {
        int calls = given != null ? given : month ? MONTH_CALLS : REPEATS_CALLS;
        if (month) {
            return new MonthReport(
                            installation.layout(context).shippedConfig(),
                            spec.commandLine().getOut())
                    .print(seed, calls);
        }
        if (calls < 1_000 || calls > 10_000_000) {
            throw new ParameterException(spec.commandLine(), "--calls %d: expected 1000 to 10000000".formatted(calls));
        }
        if (weeks < 4 || weeks > 60) {
            throw new ParameterException(spec.commandLine(), "--weeks %d: expected 4 to 60".formatted(weeks));
        }
        Codebook codebook = CodebookLoader.load(installation.layout(context).shippedConfig());
        Path folder = Files.createTempDirectory("callscope-bench");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 4))) {
            RepeatsBenchResult result = new RepeatsBench(database.dataSource(), codebook, weeks)
                    .run(
                            seed,
                            calls,
                            report -> EventJson.mapper().valueToTree(report).toString());
            return report(result);
        } finally {
            BenchFolders.delete(folder);
        }
    }

    private int report(RepeatsBenchResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        double precision = result.links().precision().orElse(Double.NaN);
        double recall = result.links().recall().orElse(Double.NaN);
        out.printf(
                Locale.ROOT,
                "%d calls over %d weeks: links precision %.3f, recall %.3f (%d true)%n",
                result.calls(),
                result.weeks(),
                precision,
                recall,
                result.links().support());
        out.printf(Locale.ROOT, "FCR reported %.4f, true %.4f%n", result.fcr(), result.trueFcr());
        out.printf("%d reports the same in any order: %s%n", result.reports(), result.sameInAnyOrder() ? "yes" : "no");
        out.printf(
                Locale.ROOT,
                "report, warm: p50 %.1f ms, p95 %.1f ms; %.0f calls linked a second%n",
                result.reportP50Ms(),
                result.reportP95Ms(),
                result.linksPerSecond());
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", result.calls());
        json.put("weeks", result.weeks());
        json.put("precision", thousandths(precision));
        json.put("recall", thousandths(recall));
        json.put("fcr", thousandths(result.fcr()));
        json.put("trueFcr", thousandths(result.trueFcr()));
        json.put("fcrErrorPoints", thousandths(Math.abs(result.fcr() - result.trueFcr()) * 100));
        json.put("sameInAnyOrder", result.sameInAnyOrder());
        json.put("reportP50Ms", tenths(result.reportP50Ms()));
        json.put("reportP95Ms", tenths(result.reportP95Ms()));
        return finish(json);
    }

    private int report(int calls, List<PageTimes> pages) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", calls);
        ObjectNode byPage = json.putObject("pages");
        double worst = 0;
        out.printf("%-16s %9s %9s %9s%n", "page, ms", "p50", "p95", "max");
        for (PageTimes page : pages) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %9.1f %9.1f %9.1f%n",
                    page.page(),
                    page.percentileMs(50),
                    page.percentileMs(95),
                    page.maxMs());
            ObjectNode one = byPage.putObject(page.page());
            one.put("p50Ms", tenths(page.percentileMs(50)));
            one.put("p95Ms", tenths(page.percentileMs(95)));
            one.put("maxMs", tenths(page.maxMs()));
            worst = Math.max(worst, page.percentileMs(95));
        }
        json.put("p95Ms", tenths(worst));
        return finish(json);
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private InstalledModel model(DataLayout layout, String language) throws IOException, InterruptedException {
        try {
            return ModelStores.of(layout).require(language);
        } catch (ModelUnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "%s: no such file".formatted(file));
        }
    }

    private int finish(ObjectNode json) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(JSON.writeValueAsString(json));
        out.flush();
        return 0;
    }

    private static PrintStream asStream(PrintWriter writer) {
        OutputStream lines = new OutputStream() {
            @Override
            public void write(int character) {
                writer.write(character);
            }

            @Override
            public void flush() {
                writer.flush();
            }
        };
        return new PrintStream(lines, true, StandardCharsets.US_ASCII);
    }
}
