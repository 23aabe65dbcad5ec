package io.callscope.standalone.command;

import io.callscope.standalone.platform.DataLayout;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelEntry;
import io.callscope.transcribe.model.ModelKind;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.ModelUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope models}. */
@Command(name = "models", description = "The recognition models of the catalogue (deploy/config/models.yaml).")
final class ModelsCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ModelsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "Show every model and whether it is here.")
    int list(@Mixin InstallationOptions installation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (ModelStore.Listed listed :
                ModelStores.of(installation.layout(context)).list()) {
            ModelEntry entry = listed.entry();
            out.printf(
                    "%-32s %-3s %-10s %4d MiB  %s%n",
                    entry.id(),
                    entry.kind() == ModelKind.SPEAKER ? "all" : entry.language(),
                    listed.installed() ? "installed" : "-",
                    entry.downloadMiB(),
                    entry.licence());
        }
        return 0;
    }

    @Command(
            name = "fetch",
            description =
                    "Download models; without an ID one for each language of the catalogue, and the speaker model.")
    int fetch(@Mixin InstallationOptions installation, @Parameters(paramLabel = "ID", arity = "0..*") List<String> ids)
            throws IOException, InterruptedException {
        DataLayout layout = installation.layout(context);
        ModelStore store = ModelStores.of(layout);
        List<String> failures = new ArrayList<>();
        if (ids == null || ids.isEmpty()) {
            ModelCatalogue catalogue = ModelStores.catalogueOf(layout);
            for (String language : catalogue.languages().keySet()) {
                attempt(() -> store.require(language), failures);
            }
            if (!catalogue.speaker().isEmpty()) {
                attempt(store::requireSpeaker, failures);
            }
        } else {
            for (String id : ids) {
                attempt(() -> store.fetch(id), failures);
            }
        }
        failures.forEach(spec.commandLine().getErr()::println);
        return failures.isEmpty() ? 0 : 1;
    }

    private interface Fetch {
        InstalledModel run() throws ModelUnavailableException, InterruptedException;
    }

    private void attempt(Fetch fetch, List<String> failures) throws InterruptedException {
        try {
            InstalledModel model = fetch.run();
            spec.commandLine().getOut().println("%s is in %s".formatted(model.id(), model.folder()));
        } catch (ModelUnavailableException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }
}
