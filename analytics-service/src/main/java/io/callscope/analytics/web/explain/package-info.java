/** The page on which words are tried: which pattern fires, and what becomes of it. */
@NullMarked
package io.callscope.analytics.web.explain;

import org.jspecify.annotations.NullMarked;
