package io.callscope.analytics.review;

/**
 * Who has seen what the machine or somebody else says of a call, as the audit tells: he can score it blind no more.
 * Conditions for statements. Stateless.
 */
public final class JdbiMarksSeen {
    /** Actions of the audit by which marks or scores are seen. */
    static final String ACTIONS = "('read', 'exported', 'scores-read')";

    private JdbiMarksSeen() {}

    /**
     * Whether {@code :login} has.
     *
     * @param call the call's id in the statement: a column or a parameter with its type
     */
    public static String byLogin(String call) {
        return by(":login", "@> ARRAY[%s]".formatted(call));
    }

    /**
     * Whether {@code :login} has, of any of several.
     *
     * @param calls their ids in the statement: an array of texts
     */
    public static String anyByLogin(String calls) {
        return by(":login", "&& " + calls);
    }

    /** Whether any of {@code :people} has. */
    public static String byAnyOfPeople(String call) {
        return by("ANY(:people)", "@> ARRAY[%s]".formatted(call));
    }

    private static String by(String login, String calls) {
        return "EXISTS (SELECT 1 FROM audit_log l WHERE l.login = %s AND l.action IN %s AND l.call_ids %s)"
                .formatted(login, ACTIONS, calls);
    }
}
