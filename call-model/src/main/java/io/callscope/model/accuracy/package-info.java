/** What is told of how far the machine may be trusted. */
@NullMarked
package io.callscope.model.accuracy;

import org.jspecify.annotations.NullMarked;
