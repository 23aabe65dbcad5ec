@NullMarked
package io.callscope.analytics.review;

import org.jspecify.annotations.NullMarked;
