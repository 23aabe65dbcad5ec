package io.callscope.analytics.users;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is in the contact center, and so what the pages let him do. */
public enum Role {
    /** Listens and decides. */
    CONTROLLER(
            Permission.SEE_OVERVIEW,
            Permission.READ_CALLS,
            Permission.HEAR_CALLS,
            Permission.COMMENT,
            Permission.WORK_QUEUE,
            Permission.REVIEW_CALLS,
            Permission.SEE_APPEALS,
            Permission.DECIDE_APPEALS),
    /** Leads controllers: works the queue, tunes rules, takes lists elsewhere. */
    SUPERVISOR(
            Permission.SEE_OVERVIEW,
            Permission.SEE_FAILURES,
            Permission.READ_CALLS,
            Permission.HEAR_CALLS,
            Permission.COMMENT,
            Permission.FOLLOW_PROMISES,
            Permission.WORK_QUEUE,
            Permission.SEE_PLAN,
            Permission.LEAD_REVIEWS,
            Permission.SEE_APPEALS,
            Permission.FILE_APPEALS,
            Permission.DECIDE_APPEALS,
            Permission.EXPORT,
            Permission.SEE_ACCURACY,
            Permission.LEARN_FROM_REVIEWS,
            Permission.SEE_REPORTS,
            Permission.SEE_FORCES,
            Permission.SHARE_VIEWS,
            Permission.SEE_RULES),
    /** Heads the center: reads and hears, but leaves the queue to those who work it. */
    HEAD(
            Permission.SEE_OVERVIEW,
            Permission.SEE_FAILURES,
            Permission.READ_CALLS,
            Permission.HEAR_CALLS,
            Permission.COMMENT,
            Permission.FOLLOW_PROMISES,
            Permission.SEE_PLAN,
            Permission.SEE_APPEALS,
            Permission.DECIDE_APPEALS,
            Permission.EXPORT,
            Permission.SEE_ACCURACY,
            Permission.LEARN_FROM_REVIEWS,
            Permission.SEE_REPORTS,
            Permission.SEE_FORCES,
            Permission.IMPORT_FIGURES,
            Permission.SHARE_VIEWS,
            Permission.SEE_RULES,
            Permission.SEE_COSTS),
    /** Keeps the service running and watches who sees what; never reads or hears a call. */
    OPS(
            Permission.SEE_OVERVIEW,
            Permission.SEE_FORCES,
            Permission.IMPORT_FIGURES,
            Permission.SEE_FAILURES,
            Permission.SEE_ACCURACY,
            Permission.LEARN_FROM_REVIEWS,
            Permission.SEE_RULES,
            Permission.SEE_COSTS,
            Permission.RESUME_CALLS,
            Permission.SEE_AUDIT);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = EnumSet.of(first, others);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The word for this role in the database, in JSON and on the command line. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    public static Role ofId(String id) {
        for (Role value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("role \"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "))));
    }
}
