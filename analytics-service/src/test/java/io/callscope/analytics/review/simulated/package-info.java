@NullMarked
package io.callscope.analytics.review.simulated;

import org.jspecify.annotations.NullMarked;
