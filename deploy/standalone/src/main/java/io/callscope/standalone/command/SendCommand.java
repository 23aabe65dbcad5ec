package io.callscope.standalone.command;

import io.callscope.standalone.platform.InstanceLock;
import io.callscope.standalone.platform.PortPlan;
import io.callscope.standalone.send.BulkImport;
import io.callscope.standalone.send.ImportDefaults;
import io.callscope.standalone.send.ImportScan;
import io.callscope.standalone.send.ImportSummary;
import io.callscope.standalone.send.IngestClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope send}. */
@Command(
        name = "send",
        description = {
            "Send recordings and transcripts to the ingest service.",
            "NAME.json beside NAME.wav (or any other audio) is its metadata; a JSON file with \"utterances\" is a"
                    + " transcript. The file's name is the call's id; sending a file twice makes no second call."
        })
final class SendCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "files, and folders with all that is in them")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "LANG",
            description = "language of recordings whose metadata does not say it, such as ru or en")
    private @Nullable String language;

    @Option(
            names = "--channels",
            paramLabel = "PARTY",
            split = ",",
            description = "party of each channel where the metadata does not say it, such as customer,agent")
    private List<String> channels = new ArrayList<>();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the ingest service (default: the callscope that runs here, else http://127.0.0.1:8461)")
    private @Nullable URI url;

    SendCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ImportScan.Found found = scan();
        PrintWriter out = spec.commandLine().getOut();
        if (found.items().isEmpty()) {
            out.println("nothing to send: no recording and no transcript among %d files"
                    .formatted(found.ignored().size()));
            return 1;
        }
        IngestClient client = new IngestClient(service(), new ImportDefaults(language, channels));
        ImportSummary summary;
        try (ProgressBar bar = new ProgressBar("sending", found.items().size())) {
            summary = new BulkImport(client).send(found.items(), bar::step);
        }
        print(summary, found, out);
        return summary.isComplete() ? 0 : 1;
    }

    private ImportScan.Found scan() throws IOException {
        try {
            return ImportScan.of(paths);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "no such file or folder: " + e.getFile(), e);
        }
    }

    private URI service() throws IOException {
        if (url != null) {
            return url;
        }
        return InstanceLock.running(installation.layout(context))
                .map(InstanceLock.Instance::ports)
                .orElse(new PortPlan(PortPlan.DEFAULT_BASE))
                .ingestUrl();
    }

    private static void print(ImportSummary summary, ImportScan.Found found, PrintWriter out) {
        out.println("accepted %d, already there %d, rejected %d"
                .formatted(
                        summary.accepted(),
                        summary.alreadyThere(),
                        summary.rejected().size()));
        summary.rejected().forEach((item, reason) -> out.println("  %s: %s".formatted(item.file(), reason)));
        if (!found.ignored().isEmpty()) {
            out.println("ignored %d files that are neither recordings nor transcripts"
                    .formatted(found.ignored().size()));
        }
    }
}
