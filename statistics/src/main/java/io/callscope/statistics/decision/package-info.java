/** How far a machine may be trusted with one item. */
@NullMarked
package io.callscope.statistics.decision;

import org.jspecify.annotations.NullMarked;
