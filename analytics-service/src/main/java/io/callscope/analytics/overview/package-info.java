/** Where the calls of a day and of a week stand, and what is stuck and why. */
@NullMarked
package io.callscope.analytics.overview;

import org.jspecify.annotations.NullMarked;
