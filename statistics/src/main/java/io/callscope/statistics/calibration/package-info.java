/** Whether stated probabilities come true. */
@NullMarked
package io.callscope.statistics.calibration;

import org.jspecify.annotations.NullMarked;
