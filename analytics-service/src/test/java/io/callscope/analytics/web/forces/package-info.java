/** Tests of the pages on the forces. */
@NullMarked
package io.callscope.analytics.web.forces;

import org.jspecify.annotations.NullMarked;
