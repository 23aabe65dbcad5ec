/** Tests of the page on repeat contacts. */
@NullMarked
package io.callscope.analytics.web.repeats;

import org.jspecify.annotations.NullMarked;
