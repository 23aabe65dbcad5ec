package io.callscope.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that was run. */
record Ran(int exitCode, String out, String errors) {
    /** Runs one, in this process. */
    static Ran of(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = CallscopeCommand.create(new CommandContext(Path.of("."), 0), (calls, data) -> Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));
        return new Ran(exitCode, out.toString(), errors.toString());
    }

    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.get(lines.size() - 1);
    }
}
