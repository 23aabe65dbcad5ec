/** Signing in and out, and what keeps others out: cookies, origins, the way back to what was asked for. */
@NullMarked
package io.callscope.analytics.web.session;

import org.jspecify.annotations.NullMarked;
