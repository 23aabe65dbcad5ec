/**
 * Work that may take its process down, done in a process that may go down: requests and answers over pipes, and who is
 * to blame when the other side dies. Knows nothing of speech.
 */
@NullMarked
package io.callscope.transcribe.child;

import org.jspecify.annotations.NullMarked;
