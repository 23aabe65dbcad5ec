/** Finds the words that a language model's claim stands on in the transcript, or says that they are not there. */
@NullMarked
package io.callscope.analytics.llm.evidence;

import org.jspecify.annotations.NullMarked;
