/** Changing the text of an utterance so that what was said, and when, stays known. */
@NullMarked
package io.callscope.transcribe.text.rewrite;

import org.jspecify.annotations.NullMarked;
