/** The page on what matters, and the way in for surveys and other figures. */
@NullMarked
package io.callscope.analytics.web.importance;

import org.jspecify.annotations.NullMarked;
