/** From the bytes of a recording to PCM per channel: what is accepted, decoding, resampling. */
@NullMarked
package io.callscope.transcribe.audio;

import org.jspecify.annotations.NullMarked;
