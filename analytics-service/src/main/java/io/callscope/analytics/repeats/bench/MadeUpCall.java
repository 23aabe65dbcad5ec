package io.callscope.analytics.repeats.bench;

import io.callscope.analytics.repeats.CallFacts;
import org.jspecify.annotations.Nullable;

/**
 * A call, and what is true of it, whatever is heard.
 *
 * @param facts what is heard
 * @param issue what it is about: two calls are about the same issue when this is the same
 * @param person who calls: one person may have two numbers, and many may share one
 * @param repeats the first call of the contact that it truly repeats; null when it is the first about its issue, or no
 *     contact of a customer
 * @param crowded whether the number is a switchboard's
 * @param leg whether it is the second part of a forwarded call
 */
public record MadeUpCall(
        CallFacts facts,
        String issue,
        String person,
        @Nullable String repeats,
        boolean crowded,
        boolean leg) {}
