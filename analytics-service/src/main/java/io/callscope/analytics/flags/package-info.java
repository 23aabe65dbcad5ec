/** Rules that say which calls a supervisor should look at. */
@NullMarked
package io.callscope.analytics.flags;

import org.jspecify.annotations.NullMarked;
