/** Tests of counting the forces. */
@NullMarked
package io.callscope.analytics.forces;

import org.jspecify.annotations.NullMarked;
