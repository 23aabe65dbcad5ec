package io.callscope.standalone.command;

import io.callscope.standalone.platform.DataLayout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that needs to know which installation is meant. */
final class InstallationOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "where callscope keeps broker, database, models and logs (default: .callscope of the project)")
    private @Nullable Path data;

    DataLayout layout(CommandContext context) {
        DataLayout usual = DataLayout.of(context.home());
        return data == null ? usual : new DataLayout(usual.home(), data);
    }
}
