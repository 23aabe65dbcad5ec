/** Tests of the page on what matters. */
@NullMarked
package io.callscope.analytics.web.importance;

import org.jspecify.annotations.NullMarked;
