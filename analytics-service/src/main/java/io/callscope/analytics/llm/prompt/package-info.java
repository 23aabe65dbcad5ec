/** What a language model is told: prompt files, and the block that a call stands in. */
@NullMarked
package io.callscope.analytics.llm.prompt;

import org.jspecify.annotations.NullMarked;
