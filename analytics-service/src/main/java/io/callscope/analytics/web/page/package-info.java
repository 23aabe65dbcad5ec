/** The pages: what each shows, made ready for its template. */
@NullMarked
package io.callscope.analytics.web.page;

import org.jspecify.annotations.NullMarked;
