/** Long calls: cut into windows that overlap, and what was found in them put together again. */
@NullMarked
package io.callscope.analytics.llm.window;

import org.jspecify.annotations.NullMarked;
