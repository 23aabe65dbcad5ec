@NullMarked
package io.callscope.analytics.accuracy.read;

import org.jspecify.annotations.NullMarked;
