@NullMarked
package io.callscope.analytics.accuracy.watch;

import org.jspecify.annotations.NullMarked;
