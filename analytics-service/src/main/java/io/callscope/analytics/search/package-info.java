/** Finding calls: what may be asked for, by whom, and where in a call the sought words were said. */
@NullMarked
package io.callscope.analytics.search;

import org.jspecify.annotations.NullMarked;
