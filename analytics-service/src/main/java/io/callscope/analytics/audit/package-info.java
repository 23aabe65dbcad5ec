/** Who played, read or exported which call: an append-only log, each row bound to the one before by its hash. */
@NullMarked
package io.callscope.analytics.audit;

import org.jspecify.annotations.NullMarked;
