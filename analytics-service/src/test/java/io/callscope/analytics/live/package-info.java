@NullMarked
package io.callscope.analytics.live;

import org.jspecify.annotations.NullMarked;
