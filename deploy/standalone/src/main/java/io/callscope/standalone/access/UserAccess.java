package io.callscope.standalone.access;

import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.users.Accounts;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.analytics.users.User;
import io.callscope.kit.config.DatabaseConfig;
import java.time.Clock;

/** The users of an installation, straight from its database. Close it. Thread-safe. */
public final class UserAccess implements AutoCloseable {
    private final AnalyticsDatabase database;
    private final Accounts accounts;
    private final SignIn signIn;
    private final JdbiAuditLog audit;
    private final Passwords passwords = new Passwords();

    private UserAccess(AnalyticsDatabase database) {
        Clock clock = Clock.systemUTC();
        JdbiUserStore users = new JdbiUserStore(database.dataSource());
        this.database = database;
        this.audit = new JdbiAuditLog(database.dataSource(), clock);
        this.accounts = new Accounts(users, passwords, audit, clock);
        this.signIn = new SignIn(users, passwords, SignInLimits.defaults(), clock);
    }

    /**
     * Connects.
     *
     * @throws io.callscope.kit.failure.RetryableException when the database does not answer
     */
    public static UserAccess open(DatabaseConfig config) {
        return new UserAccess(AnalyticsDatabase.open(config));
    }

    public Accounts accounts() {
        return accounts;
    }

    public Passwords passwords() {
        return passwords;
    }

    public AuditTrail auditTrail() {
        return audit;
    }

    /** Signs a program in, adding its user where he is not there yet; the value for its {@code Cookie} header. */
    public String cookieFor(User program) {
        accounts.addProgram(program, whoIsAtTheTerminal());
        return "callscope=" + signIn.admit(program.login());
    }

    /** How the audit names who works on the command line. */
    public static String whoIsAtTheTerminal() {
        return "command-line/" + System.getProperty("user.name", "unknown");
    }

    @Override
    public void close() {
        database.close();
    }
}
