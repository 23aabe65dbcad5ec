/** Calls that people review: the week's sample, who sits on which seat, what they say, and whom a call is closed to. */
@NullMarked
package io.callscope.analytics.review;

import org.jspecify.annotations.NullMarked;
