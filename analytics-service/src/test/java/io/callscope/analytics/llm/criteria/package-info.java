/** Questions of scorecards put to scripted models. */
@NullMarked
package io.callscope.analytics.llm.criteria;

import org.jspecify.annotations.NullMarked;
