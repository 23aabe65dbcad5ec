/** Objections of an agent's team to one criterion of a review, and what somebody else decides on them. */
@NullMarked
package io.callscope.analytics.review.appeals;

import org.jspecify.annotations.NullMarked;
