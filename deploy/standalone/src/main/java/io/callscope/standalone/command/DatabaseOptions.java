package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.standalone.platform.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that works on the database: the one of the callscope that runs here, or another. */
final class DatabaseOptions {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "analytics.yaml of a service whose database is meant (default: the callscope that runs here)")
    private @Nullable Path config;

    /**
     * @throws IllegalStateException when none was named and none runs
     * @throws IllegalArgumentException when the named file cannot be used
     */
    DatabaseConfig database(CommandContext context) throws IOException {
        if (config != null) {
            return read(config).database();
        }
        Optional<Installation> running = Installation.running(installation.layout(context));
        if (running.isEmpty()) {
            throw new IllegalStateException(
                    "no callscope runs on %s: start it with callscope run, or name the analytics.yaml of another with --config"
                            .formatted(installation.layout(context).data()));
        }
        return running.get().database();
    }

    /**
     * The whole configuration of the service whose database is meant.
     *
     * @throws IllegalStateException when none was named and none runs
     * @throws IllegalArgumentException when its file cannot be used
     */
    AnalyticsConfig service(CommandContext context) throws IOException {
        Path file = config;
        if (file == null) {
            database(context);
            file = installation.layout(context).effectiveConfig().resolve("analytics.yaml");
        }
        return read(file);
    }

    private static AnalyticsConfig read(Path file) {
        try {
            return new ConfigLoader(System.getenv()).load(file, AnalyticsConfig.class);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The same for a command that has an option of its own for the file. */
    static AnalyticsConfig service(CommandContext context, InstallationOptions installation, @Nullable Path file)
            throws IOException {
        DatabaseOptions options = new DatabaseOptions();
        options.installation = installation;
        options.config = file;
        return options.service(context);
    }

    /** The installation whose database it is. */
    DataLayout layout(CommandContext context) {
        return installation.layout(context);
    }
}
