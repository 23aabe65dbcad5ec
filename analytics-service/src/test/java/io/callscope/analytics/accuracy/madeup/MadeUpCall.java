package io.callscope.analytics.accuracy.madeup;

import java.time.Instant;
import java.util.Map;

/**
 * A call that nobody made.
 *
 * @param id unique
 * @param agent whose it is
 * @param startedAt when it began
 * @param confidence of recognition, 0 to 1
 * @param said by the name of the criterion or force
 */
record MadeUpCall(String id, String agent, Instant startedAt, double confidence, Map<String, Profile.Said> said) {}
