/** Agreement of totals on a scale, such as 0 to 100. */
@NullMarked
package io.callscope.statistics.continuous;

import org.jspecify.annotations.NullMarked;
