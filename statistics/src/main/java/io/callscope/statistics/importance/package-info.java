/** Which of several correlated predictors matter for an outcome, and what the outcome would be if one fell. */
@NullMarked
package io.callscope.statistics.importance;

import org.jspecify.annotations.NullMarked;
