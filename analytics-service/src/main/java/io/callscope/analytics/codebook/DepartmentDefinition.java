package io.callscope.analytics.codebook;

import org.jspecify.annotations.Nullable;

/**
 * A department that owns barriers and causes. Immutable.
 *
 * @param id such as {@code logistics}
 * @param name as people call it
 * @param person who is in charge; null until the site says
 * @param email where a report may go; null until the site says
 */
public record DepartmentDefinition(
        String id,
        LocalText name,
        @Nullable String person,
        @Nullable String email) {}
