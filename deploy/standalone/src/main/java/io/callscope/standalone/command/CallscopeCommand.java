package io.callscope.standalone.command;

import io.callscope.embedded.EmbeddedStartException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.standalone.demo.DemoScore;
import io.callscope.standalone.platform.AlreadyRunningException;
import io.callscope.standalone.platform.Part;
import io.callscope.standalone.platform.PortTakenException;
import io.callscope.standalone.supervise.ChildStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** {@code callscope}: the one place where the verbs are registered. */
@Command(
        name = "callscope",
        mixinStandardHelpOptions = true,
        versionProvider = CallscopeCommand.Version.class,
        synopsisSubcommandLabel = "VERB",
        description = "Contact-center speech analytics whose accuracy is measured.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage or configuration"},
        footerHeading = "%nStart here:%n",
        footer = {
            "  callscope demo            see it work, then look at http://127.0.0.1:8460",
            "  callscope VERB --help"
        })
public final class CallscopeCommand {
    private static final int FAILED = 1;
    private static final int MISCONFIGURED = 2;

    private CallscopeCommand() {}

    /** The command line with all verbs. */
    public static CommandLine create(CommandContext context, DemoScore score) {
        CommandLine root = new CommandLine(new CallscopeCommand())
                .addSubcommand(new DemoCommand(context, score))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new SendCommand(context))
                .addSubcommand(new ModelsCommand(context))
                .addSubcommand(new DeadLettersCommand(context))
                .addSubcommand(new UserCommand(context))
                .addSubcommand(new AuditCommand(context))
                .addSubcommand(new SurveysCommand(context))
                .addSubcommand(new ReviewsCommand(context))
                .addSubcommand(new RulesCommand(context))
                .addSubcommand(llm(context))
                .addSubcommand(new MonthCommand(Clock.systemDefaultZone()))
                .addSubcommand(new ReanalyzeCommand(context))
                .addSubcommand(new CommandLine(new QaCommand(context)).addSubcommand(new CalibrateCommand(context)))
                .addSubcommand(new ConfigCommand())
                .addSubcommand(bench(context))
                .addSubcommand(report(context));
        for (Part part : new Part[] {Part.INGEST, Part.TRANSCRIBE, Part.ANALYTICS}) {
            root.addSubcommand(part.id(), service(part));
        }
        root.getSubcommands().values().forEach(verb -> verb.getCommandSpec().mixinStandardHelpOptions(true));
        return root.setExecutionExceptionHandler(CallscopeCommand::explain);
    }

    private static CommandLine bench(CommandContext context) {
        return new CommandLine(new BenchCommand(context))
                .addSubcommand(new WerCommand(context))
                .addSubcommand(new ClassifyCommand(context))
                .addSubcommand(new RulesBenchCommand(context))
                .addSubcommand(new LlmBenchCommand())
                .addSubcommand(new DecisionBenchCommand())
                .addSubcommand(new AccuracyBenchCommand())
                .addSubcommand(new ImportanceBenchCommand())
                .addSubcommand(new ReportsBenchCommand(context))
                .addSubcommand(new InjectionCommand(context));
    }

    private static CommandLine report(CommandContext context) {
        return new CommandLine(new ReportCommand()).addSubcommand(new AccuracyReportCommand(context));
    }

    private static CommandLine llm(CommandContext context) {
        return new CommandLine(new LlmCommand(context)).addSubcommand(new LlmCostsCommand(context));
    }

    private static CommandLine service(Part part) {
        CommandLine service = new CommandLine(new ServiceCommand(part));
        service.getCommandSpec()
                .usageMessage()
                .description("Run the %s service alone, against a broker and database of your own."
                        .formatted(part.id().toLowerCase(Locale.ROOT)));
        return service;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter errors = command.getErr();
        if (failure instanceof ChildStartException start) {
            errors.println(start.getMessage());
            return start.isMisconfigured() ? MISCONFIGURED : FAILED;
        }
        boolean worded = failure instanceof PortTakenException
                || failure instanceof AlreadyRunningException
                || failure instanceof EmbeddedStartException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException;
        if (worded) {
            errors.println(failure.getMessage());
        } else if (failure instanceof IOException || failure instanceof RetryableException) {
            errors.println(failure);
        } else {
            failure.printStackTrace(errors);
        }
        errors.flush();
        return failure instanceof IllegalArgumentException ? MISCONFIGURED : FAILED;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CallscopeCommand.class.getPackage().getImplementationVersion();
            return new String[] {"callscope " + (version == null ? "(not packaged)" : version)};
        }
    }
}
