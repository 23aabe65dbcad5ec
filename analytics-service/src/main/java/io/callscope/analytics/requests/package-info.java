/**
 * Requests and ideas that are heard in calls: what customers miss, whom they compare with, what they call about more often
 * than chance has it, where self-service breaks, and what the process keeps agents from doing. Counts stand in the
 * database day by day, as those of the forces do.
 */
@NullMarked
package io.callscope.analytics.requests;

import org.jspecify.annotations.NullMarked;
