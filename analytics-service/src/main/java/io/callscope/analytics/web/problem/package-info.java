/** What went wrong with a request, as RFC 9457 JSON or as words on a page. */
@NullMarked
package io.callscope.analytics.web.problem;

import org.jspecify.annotations.NullMarked;
