/** Scorecards: what a good call must hold, and what the machine says of it, criterion by criterion. */
@NullMarked
package io.callscope.analytics.scorecard;

import org.jspecify.annotations.NullMarked;
