/** A call judged by a language model with the rules beside it, and what happens when the model has no answer. */
@NullMarked
package io.callscope.analytics.llm;

import org.jspecify.annotations.NullMarked;
