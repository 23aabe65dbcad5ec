/** How far the machine may be trusted, item by item, with every figure behind it. */
@NullMarked
package io.callscope.analytics.accuracy.report;

import org.jspecify.annotations.NullMarked;
