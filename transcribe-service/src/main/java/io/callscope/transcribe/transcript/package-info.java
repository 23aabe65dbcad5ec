/** From words per channel to the transcript of a call. */
@NullMarked
package io.callscope.transcribe.transcript;

import org.jspecify.annotations.NullMarked;
