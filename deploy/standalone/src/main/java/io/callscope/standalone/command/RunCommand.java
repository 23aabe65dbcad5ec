package io.callscope.standalone.command;

import io.callscope.standalone.access.UserAccess;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.standalone.platform.Installation;
import io.callscope.standalone.platform.PortPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code callscope run}. */
@Command(name = "run", description = "Run everything on this machine, broker and database included, until Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private PortOption port = new PortOption();

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        DataLayout layout = installation.layout(context);
        PortPlan ports = port.plan();
        errors.println("starting broker, database and services; data in " + layout.data());
        try (Installation running = Installation.start(layout, ports, false, errors::println)) {
            errors.println("pages at %s, recordings to %s/api/recordings/ID; stop with Ctrl-C"
                    .formatted(running.ports().webUrl(), running.ports().ingestUrl()));
            if (hasNoUsers(running)) {
                errors.println(
                        "nobody can sign in yet: callscope user add LOGIN --name NAME --role supervisor --every-team");
            }
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private static boolean hasNoUsers(Installation running) throws IOException {
        try (UserAccess access = UserAccess.open(running.database())) {
            return access.accounts().list().isEmpty();
        }
    }
}
