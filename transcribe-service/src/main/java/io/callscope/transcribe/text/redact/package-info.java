/** Finding personal data in what is said: dictated numbers and addresses. */
@NullMarked
package io.callscope.transcribe.text.redact;

import org.jspecify.annotations.NullMarked;
