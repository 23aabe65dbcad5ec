/** What a voice sounds like: from samples to a vector for each stretch of speech. */
@NullMarked
package io.callscope.transcribe.voice;

import org.jspecify.annotations.NullMarked;
