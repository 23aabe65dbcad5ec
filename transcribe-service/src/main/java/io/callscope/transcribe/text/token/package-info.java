/** What a text consists of, with the places of its pieces. */
@NullMarked
package io.callscope.transcribe.text.token;

import org.jspecify.annotations.NullMarked;
