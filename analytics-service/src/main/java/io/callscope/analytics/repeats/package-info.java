/** Which contacts of one customer repeat one another, why, and what it costs. */
@NullMarked
package io.callscope.analytics.repeats;

import org.jspecify.annotations.NullMarked;
