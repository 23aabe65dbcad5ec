/** Calls, plans and reviews that nobody made, with known errors, to show and try the accuracy report with. */
@NullMarked
package io.callscope.analytics.accuracy.simulate;

import org.jspecify.annotations.NullMarked;
