/** Two raters on the same calls: who is stricter, and is the machine worse than a colleague. */
@NullMarked
package io.callscope.statistics.paired;

import org.jspecify.annotations.NullMarked;
