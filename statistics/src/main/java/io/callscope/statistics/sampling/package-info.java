/** Which calls people listen to, and how many. */
@NullMarked
package io.callscope.statistics.sampling;

import org.jspecify.annotations.NullMarked;
