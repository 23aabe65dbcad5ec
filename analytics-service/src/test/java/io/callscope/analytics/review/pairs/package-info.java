@NullMarked
package io.callscope.analytics.review.pairs;

import org.jspecify.annotations.NullMarked;
