package io.callscope.standalone.command;

import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.standalone.access.UserAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope user}. */
@Command(name = "user", description = "Who may sign in to the pages, as what, and whose calls he sees.")
final class UserCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UserCommand(CommandContext context) {
        this.context = context;
    }

    /** Where a password comes from. */
    static final class PasswordSource {
        @Option(
                names = "--password-stdin",
                description =
                        "read the password from the first line of standard input (default: make one and print it)")
        private boolean stdin;

        String password(UserAccess access) throws IOException {
            if (!stdin) {
                return access.passwords().generated();
            }
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = input.readLine();
            if (line == null) {
                throw new IllegalArgumentException("standard input is empty: expected the password on its first line");
            }
            return line;
        }
    }

    @Command(name = "add", description = "Add a user.")
    int add(
            @Mixin DatabaseOptions database,
            @Mixin PasswordSource source,
            @Parameters(paramLabel = "LOGIN", description = "such as anna") String login,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "as colleagues read it")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "controller, supervisor, head or ops")
                    String role,
            @Option(names = "--team", paramLabel = "TEAM", description = "a team whose calls he sees; may be repeated")
                    List<String> teams,
            @Option(names = "--every-team", description = "he sees the calls of every team") boolean everyTeam)
            throws IOException {
        Set<String> seen = teams == null ? Set.of() : new LinkedHashSet<>(teams);
        if (everyTeam == !seen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "user add: say whose calls he sees: --team TEAM, or --every-team, not both");
        }
        User user = new User(login, name, Role.ofId(role), everyTeam ? TeamScope.all() : TeamScope.of(seen));
        try (UserAccess access = open(database)) {
            String password = source.password(access);
            access.accounts().add(user, password, UserAccess.whoIsAtTheTerminal());
            say(source, login, password, "added");
            return 0;
        }
    }

    @Command(name = "list", description = "Show all users.")
    int list(@Mixin DatabaseOptions database) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (UserAccess access = open(database)) {
            List<Account> accounts = access.accounts().list();
            for (Account account : accounts) {
                User user = account.user();
                out.println("%-20s %-10s %-9s %-30s %s"
                        .formatted(
                                user.login(),
                                user.role().id(),
                                account.enabled() ? "enabled" : "disabled",
                                user.scope().everyTeam()
                                        ? "every team"
                                        : String.join(
                                                ", ", new TreeSet<>(user.scope().teams())),
                                user.name()));
            }
            out.println(accounts.size() == 1 ? "1 user" : accounts.size() + " users");
            return 0;
        }
    }

    @Command(name = "disable", description = "Sign a user out and let him in no more; what he did stays in his name.")
    int disable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "LOGIN") String login) throws IOException {
        return setEnabled(database, login, false);
    }

    @Command(name = "enable", description = "Let a disabled user in again.")
    int enable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "LOGIN") String login) throws IOException {
        return setEnabled(database, login, true);
    }

    private int setEnabled(DatabaseOptions database, String login, boolean enabled) throws IOException {
        try (UserAccess access = open(database)) {
            access.accounts().setEnabled(login, enabled, UserAccess.whoIsAtTheTerminal());
            spec.commandLine().getOut().println("%s is %s".formatted(login, enabled ? "enabled" : "disabled"));
            return 0;
        }
    }

    @Command(name = "password", description = "Set a new password, which signs the user out everywhere.")
    int password(
            @Mixin DatabaseOptions database,
            @Mixin PasswordSource source,
            @Parameters(paramLabel = "LOGIN") String login)
            throws IOException {
        try (UserAccess access = open(database)) {
            String password = source.password(access);
            access.accounts().setPassword(login, password, UserAccess.whoIsAtTheTerminal());
            say(source, login, password, "has a new password");
            return 0;
        }
    }

    private void say(PasswordSource source, String login, String password, String done) {
        List<String> lines = new ArrayList<>(List.of("%s %s".formatted(login, done)));
        if (!source.stdin) {
            lines.add("password, shown only now: " + password);
        }
        lines.forEach(spec.commandLine().getOut()::println);
    }

    private UserAccess open(DatabaseOptions options) throws IOException {
        return UserAccess.open(options.database(context));
    }
}
