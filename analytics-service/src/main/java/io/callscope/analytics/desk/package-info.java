/** The supervisor's desk: cards of flagged calls, what becomes of them, and how well each rule does. */
@NullMarked
package io.callscope.analytics.desk;

import org.jspecify.annotations.NullMarked;
