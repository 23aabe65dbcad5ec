package io.callscope.analytics.accuracy;

import io.callscope.model.analysis.Force;
import org.jspecify.annotations.Nullable;

/**
 * One thing that machine and people say of calls.
 *
 * @param kind what it is
 * @param scorecard of a criterion; null otherwise
 * @param id unique within its kind and scorecard
 * @param critical whether a failure that is missed costs clients, money or the law
 * @param peopleOnly whether the owner of the site keeps it for people
 */
public record Item(ItemKind kind, @Nullable String scorecard, String id, boolean critical, boolean peopleOnly) {
    private static final String ANY = "any";

    public Item {
        if (id.isBlank() || (kind == ItemKind.CRITERION) != (scorecard != null)) {
            throw new IllegalArgumentException(
                    "item %s \"%s\" of scorecard %s: expected an id, and a scorecard exactly for a criterion"
                            .formatted(kind, id, scorecard));
        }
    }

    /** An ordinary criterion that the machine may score. */
    public static Item criterion(String scorecard, String id) {
        return new Item(ItemKind.CRITERION, scorecard, id, false, false);
    }

    /** Whether there is a barrier to a force. */
    public static Item force(Force force) {
        return new Item(ItemKind.FORCE, null, force.id(), false, false);
    }

    /** Whether there is a barrier to any force: not decided on, but a share that reports show. */
    public static Item anyForce() {
        return new Item(ItemKind.FORCE, null, ANY, false, false);
    }

    /** A code of the codebook. */
    public static Item code(String id) {
        return new Item(ItemKind.CODE, null, id, false, false);
    }

    /** Whether it is {@link #anyForce}. */
    public boolean isAnyForce() {
        return kind == ItemKind.FORCE && id.equals(ANY);
    }

    /** Whether a contact repeats an earlier one. */
    public static Item repeat() {
        return new Item(ItemKind.REPEAT, null, "repeat", false, false);
    }

    /** A name that no other item has, for files and anchors. */
    public String key() {
        return scorecard == null ? kind.id() + "." + id : kind.id() + "." + scorecard + "." + id;
    }
}
