package io.callscope.standalone.command;

import io.callscope.standalone.demo.Demo;
import io.callscope.standalone.demo.DemoMonth;
import io.callscope.standalone.demo.DemoReport;
import io.callscope.standalone.demo.DemoReviews;
import io.callscope.standalone.demo.DemoScore;
import io.callscope.standalone.platform.AlreadyRunningException;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.standalone.platform.Installation;
import io.callscope.standalone.platform.PortPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope demo}. */
@Command(
        name = "demo",
        description = {
            "Start everything on this machine and send the demo calls and a simulated month through it.",
            "Uses a running callscope where there is one. A second start goes on with the data of the first.",
            "The last line is one JSON object with the figures."
        })
final class DemoCommand implements Callable<Integer> {
    private final CommandContext context;
    private final DemoScore score;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private PortOption port = new PortOption();

    @Option(names = "--headless", description = "stop everything when the demo calls are through")
    private boolean headless;

    @Option(names = "--fresh", description = "delete all data but the models first")
    private boolean fresh;

    DemoCommand(CommandContext context, DemoScore score) {
        this.context = context;
        this.score = score;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        DataLayout layout = installation.layout(context);
        try (Installation running = runningOrStarted(layout, errors)) {
            Demo demo = new Demo(
                    layout.demo(),
                    score,
                    new DemoMonth(layout.month(), Clock.systemDefaultZone()),
                    new DemoReviews(Clock.systemUTC()),
                    context.launchedAtMs(),
                    errors::println);
            DemoReport report = demo.run(
                    running,
                    DatabaseOptions.service(
                            context, installation, layout.effectiveConfig().resolve("analytics.yaml")));
            if (!headless) {
                errors.println(
                        "look at %s, stop with Ctrl-C".formatted(running.ports().webUrl()));
            }
            print(report);
            if (!headless) {
                new CountDownLatch(1).await();
            }
            return report.isComplete() ? 0 : 1;
        }
    }

    private Installation runningOrStarted(DataLayout layout, PrintWriter errors)
            throws IOException, InterruptedException {
        PortPlan ports = port.plan();
        Optional<Installation> running = Installation.running(layout);
        if (running.isEmpty()) {
            errors.println("starting broker, database and services; data in " + layout.data());
            return Installation.start(layout, ports, fresh, errors::println);
        }
        if (fresh) {
            throw new AlreadyRunningException(
                    "callscope runs on %s: stop it before --fresh deletes its data".formatted(layout.data()));
        }
        errors.println("using the callscope that runs already");
        return running.get();
    }

    private void print(DemoReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.toJson());
        out.flush();
    }
}
