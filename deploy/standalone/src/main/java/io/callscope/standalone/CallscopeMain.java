package io.callscope.standalone;

import io.callscope.standalone.command.CallscopeCommand;
import io.callscope.standalone.command.CommandContext;
import java.nio.file.Path;
import java.util.Map;

/** The command line's entry. */
public final class CallscopeMain {
    private CallscopeMain() {}

    /** See {@code callscope --help}. */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("callscope.home", "."));
        String launchedAt = System.getenv("CALLSCOPE_LAUNCHED_AT_MS");
        CommandContext context =
                new CommandContext(home, launchedAt == null ? System.currentTimeMillis() : Long.parseLong(launchedAt));
        System.exit(CallscopeCommand.create(context, (calls, demoFolder) -> Map.of())
                .execute(args));
    }
}
