/** Numbers as they are spoken in Russian and English, and as they are written. */
@NullMarked
package io.callscope.transcribe.text.numbers;

import org.jspecify.annotations.NullMarked;
