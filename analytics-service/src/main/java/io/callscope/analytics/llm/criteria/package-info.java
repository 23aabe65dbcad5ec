/** Questions of scorecards put to a language model. */
@NullMarked
package io.callscope.analytics.llm.criteria;

import org.jspecify.annotations.NullMarked;
