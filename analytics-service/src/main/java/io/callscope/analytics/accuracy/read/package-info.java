/** Evidence about the machine out of stored evaluations, plans and reviews. */
@NullMarked
package io.callscope.analytics.accuracy.read;

import org.jspecify.annotations.NullMarked;
