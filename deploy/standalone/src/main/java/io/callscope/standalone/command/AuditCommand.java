package io.callscope.standalone.command;

import io.callscope.analytics.audit.AuditCheck;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.access.UserAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope audit}. */
@Command(name = "audit", description = "The log of who played, read and exported which call.")
final class AuditCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "verify",
            description = {
                "Check that no row was changed, removed or inserted. Exit code 1 when one was.",
                "The last line is one JSON object: rows, head, problem. Note the head elsewhere and give it back with",
                "--head next time: then a log whose end was cut off is found as well."
            })
    int verify(
            @Mixin DatabaseOptions database,
            @Option(names = "--head", paramLabel = "HASH", description = "a head that was noted earlier") @Nullable
                    String head)
            throws IOException {
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("--head \"%s\": expected 64 hex digits".formatted(head));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (UserAccess access = UserAccess.open(database.database(context))) {
            AuditCheck check = new AuditCheck(head);
            access.auditTrail().readAll(check::next);
            AuditCheck.Result result = check.result();
            out.println(
                    result.isIntact()
                            ? "%d rows, each follows from the one before".formatted(result.rows())
                            : "broken after %d good rows: %s".formatted(result.rows(), result.problem()));
            out.println(new String(EventJson.write(result), StandardCharsets.UTF_8));
            return result.isIntact() ? 0 : 1;
        }
    }
}
