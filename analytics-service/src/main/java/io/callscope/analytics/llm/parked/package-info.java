/** Calls whose question to the language model got no usable answer. */
@NullMarked
package io.callscope.analytics.llm.parked;

import org.jspecify.annotations.NullMarked;
