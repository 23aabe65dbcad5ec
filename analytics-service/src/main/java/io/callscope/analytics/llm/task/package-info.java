/** What a language model is asked about a call: tasks made of the codebook, each with the schema of its answer. */
@NullMarked
package io.callscope.analytics.llm.task;

import org.jspecify.annotations.NullMarked;
