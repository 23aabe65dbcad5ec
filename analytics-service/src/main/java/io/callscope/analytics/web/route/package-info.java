/** Routes, each with the permission that it needs, and the user of a request. */
@NullMarked
package io.callscope.analytics.web.route;

import org.jspecify.annotations.NullMarked;
