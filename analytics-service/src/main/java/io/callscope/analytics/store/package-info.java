/** Calls and what was heard in them, in PostgreSQL: one row with a state per call, one analysis per version. */
@NullMarked
package io.callscope.analytics.store;

import org.jspecify.annotations.NullMarked;
