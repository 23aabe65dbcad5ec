/** What was promised to customers: whom to call before they call. */
@NullMarked
package io.callscope.analytics.web.promises;

import org.jspecify.annotations.NullMarked;
