/** From a model's raw answer to one that is what was asked for, with one repair at the most. */
@NullMarked
package io.callscope.analytics.llm.answer;

import org.jspecify.annotations.NullMarked;
