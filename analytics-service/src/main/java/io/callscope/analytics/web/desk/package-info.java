/** The supervisor's desk: the queue, what is done to its cards, the hand-over of a shift, the rules. */
@NullMarked
package io.callscope.analytics.web.desk;

import org.jspecify.annotations.NullMarked;
