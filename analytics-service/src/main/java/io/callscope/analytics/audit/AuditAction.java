package io.callscope.analytics.audit;

import java.util.Locale;

/** What the audit notes. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    /** A call's page or its JSON: text and marks. */
    READ,
    /** A recording, whole or in part. */
    PLAYED,
    /** A list of calls as a file. */
    EXPORTED,
    USER_ADDED,
    USER_DISABLED,
    PASSWORD_SET;

    /** The word for this value in the database and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
