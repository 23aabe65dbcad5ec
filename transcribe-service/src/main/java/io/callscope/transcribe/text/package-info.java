/** From the words as recognised to the words as they are written: numbers, names, nothing personal. */
@NullMarked
package io.callscope.transcribe.text;

import org.jspecify.annotations.NullMarked;
