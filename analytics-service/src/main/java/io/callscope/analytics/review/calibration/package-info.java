/** Calibration: several people score the same calls, to agree on the scale; no rate reads it. */
@NullMarked
package io.callscope.analytics.review.calibration;

import org.jspecify.annotations.NullMarked;
