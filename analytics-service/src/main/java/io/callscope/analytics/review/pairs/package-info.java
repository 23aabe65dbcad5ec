/** Pair review: whether a planned call repeats an earlier contact of its customer, which, and why. */
@NullMarked
package io.callscope.analytics.review.pairs;

import org.jspecify.annotations.NullMarked;
