package io.callscope.standalone.command;

import io.callscope.standalone.platform.PortPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The first of the ports that an installation uses. */
final class PortOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "pages on port N, everything else on N+1 to N+7 (default: ${DEFAULT-VALUE})")
    private int port = PortPlan.DEFAULT_BASE;

    PortPlan plan() {
        try {
            return new PortPlan(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
