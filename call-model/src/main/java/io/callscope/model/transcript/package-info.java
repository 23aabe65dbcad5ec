/** What was said in a call, by whom and when. */
@NullMarked
package io.callscope.model.transcript;

import org.jspecify.annotations.NullMarked;
