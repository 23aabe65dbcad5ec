/** What changed configurations make of stored calls, and analyses that newer ones took the place of. */
@NullMarked
package io.callscope.analytics.web.change;

import org.jspecify.annotations.NullMarked;
