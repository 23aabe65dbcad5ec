/** Who speaks when, in one channel that holds both parties. */
@NullMarked
package io.callscope.transcribe.diarize;

import org.jspecify.annotations.NullMarked;
