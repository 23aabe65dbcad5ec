/** What the service does with the events it consumes. */
@NullMarked
package io.callscope.transcribe.handle;

import org.jspecify.annotations.NullMarked;
