/** The one consumer loop, and what it does with records that cannot be handled. */
@NullMarked
package io.callscope.kit.consume;

import org.jspecify.annotations.NullMarked;
