/** Calls, plans and reviews that nobody made, with known errors and without words, for tests of pages. */
@NullMarked
package io.callscope.analytics.accuracy.madeup;

import org.jspecify.annotations.NullMarked;
