/** What the service counts. */
@NullMarked
package io.callscope.transcribe.meter;

import org.jspecify.annotations.NullMarked;
