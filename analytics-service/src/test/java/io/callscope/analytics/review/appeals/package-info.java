@NullMarked
package io.callscope.analytics.review.appeals;

import org.jspecify.annotations.NullMarked;
