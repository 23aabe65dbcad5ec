/** What the services count and time. */
@NullMarked
package io.callscope.kit.meter;

import org.jspecify.annotations.NullMarked;
