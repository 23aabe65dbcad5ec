/** A call in the form in which conversations are handed from system to system. */
@NullMarked
package io.callscope.analytics.vcon;

import org.jspecify.annotations.NullMarked;
