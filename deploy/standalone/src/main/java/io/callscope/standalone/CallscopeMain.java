package io.callscope.standalone;

import io.callscope.standalone.command.CallscopeCommand;
import io.callscope.standalone.command.CommandContext;
import io.callscope.standalone.demo.GoldDemoScore;
import io.callscope.standalone.platform.DataLayout;
import java.nio.file.Path;

/** The command line's entry. */
public final class CallscopeMain {
    private CallscopeMain() {}

    /** See {@code callscope --help}. */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("callscope.home", "."));
        String launchedAt = System.getenv("CALLSCOPE_LAUNCHED_AT_MS");
        CommandContext context =
                new CommandContext(home, launchedAt == null ? System.currentTimeMillis() : Long.parseLong(launchedAt));
        GoldDemoScore score = new GoldDemoScore(DataLayout.of(home).shippedConfig());
        System.exit(CallscopeCommand.create(context, score).execute(args));
    }
}
