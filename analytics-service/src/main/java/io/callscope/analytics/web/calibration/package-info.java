/** Calibration sessions: making them, how far they are, and what comes out. */
@NullMarked
package io.callscope.analytics.web.calibration;

import org.jspecify.annotations.NullMarked;
