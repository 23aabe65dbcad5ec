/**
 * Recordings that people still need, copied out of the topic before its retention takes them, and dropped when they are
 * done with. What is kept is a function of plans, reviews, appeals, comments and reports: nothing is
 * noted anywhere.
 */
@NullMarked
package io.callscope.analytics.pinned;

import org.jspecify.annotations.NullMarked;
