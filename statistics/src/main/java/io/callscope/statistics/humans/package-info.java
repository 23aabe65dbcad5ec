/** What people's own errors leave to be seen. */
@NullMarked
package io.callscope.statistics.humans;

import org.jspecify.annotations.NullMarked;
