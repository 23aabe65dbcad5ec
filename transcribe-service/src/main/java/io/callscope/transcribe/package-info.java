/** transcribe-service: recordings to transcripts, offline. */
@NullMarked
package io.callscope.transcribe;

import org.jspecify.annotations.NullMarked;
