/** Whether a machine still is what it was. */
@NullMarked
package io.callscope.statistics.drift;

import org.jspecify.annotations.NullMarked;
