/**
 * What a language model may take and has taken: every request reserves what it may cost before it is sent, and is
 * settled with what it did cost.
 */
@NullMarked
package io.callscope.analytics.llm.budget;

import org.jspecify.annotations.NullMarked;
