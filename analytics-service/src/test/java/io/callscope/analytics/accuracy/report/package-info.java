@NullMarked
package io.callscope.analytics.accuracy.report;

import org.jspecify.annotations.NullMarked;
