/** From PCM of one channel to words: the port, and Vosk behind it. */
@NullMarked
package io.callscope.transcribe.recognize;

import org.jspecify.annotations.NullMarked;
