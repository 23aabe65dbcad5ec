/** Answers that were paid for are kept, so that a crash, a replay or a second analysis of the same words costs nothing. */
@NullMarked
package io.callscope.analytics.llm.cache;

import org.jspecify.annotations.NullMarked;
