/** Properties that hold whatever the data. */
@NullMarked
package io.callscope.statistics.importance;

import org.jspecify.annotations.NullMarked;
