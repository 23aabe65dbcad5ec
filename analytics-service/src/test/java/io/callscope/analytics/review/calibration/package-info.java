@NullMarked
package io.callscope.analytics.review.calibration;

import org.jspecify.annotations.NullMarked;
