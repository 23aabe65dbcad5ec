/** How far the machine may be trusted, as a page, files and API answers. */
@NullMarked
package io.callscope.analytics.web.accuracy;

import org.jspecify.annotations.NullMarked;
