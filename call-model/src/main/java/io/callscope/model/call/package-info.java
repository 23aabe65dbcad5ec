/** One customer conversation: its id, and what is known about it before anyone listens. */
@NullMarked
package io.callscope.model.call;

import org.jspecify.annotations.NullMarked;
