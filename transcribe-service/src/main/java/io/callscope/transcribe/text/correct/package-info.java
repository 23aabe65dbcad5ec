/** Names and products as a site writes them, where a recogniser writes what it knows. */
@NullMarked
package io.callscope.transcribe.text.correct;

import org.jspecify.annotations.NullMarked;
