/** What people say about a call, at a second of it or about the whole. */
@NullMarked
package io.callscope.analytics.comments;

import org.jspecify.annotations.NullMarked;
