@NullMarked
package io.callscope.analytics.pinned;

import org.jspecify.annotations.NullMarked;
