/** Spoken injections: whether a language model does what somebody says in a call instead of what it is asked. */
@NullMarked
package io.callscope.analytics.llm.canary;

import org.jspecify.annotations.NullMarked;
