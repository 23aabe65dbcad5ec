/** Calls as vCon. */
@NullMarked
package io.callscope.analytics.web.vcon;

import org.jspecify.annotations.NullMarked;
