/** The page on the six forces, its figures as JSON, and the hand-over sheet as a file. */
@NullMarked
package io.callscope.analytics.web.forces;

import org.jspecify.annotations.NullMarked;
