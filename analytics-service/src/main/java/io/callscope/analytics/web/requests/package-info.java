/** The page on requests and ideas, its figures as JSON and as files. */
@NullMarked
package io.callscope.analytics.web.requests;

import org.jspecify.annotations.NullMarked;
