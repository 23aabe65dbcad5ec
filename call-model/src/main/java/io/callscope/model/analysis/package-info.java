/** What the machine heard in a call: marks, signals, repeat contact, resolution, flags. */
@NullMarked
package io.callscope.model.analysis;

import org.jspecify.annotations.NullMarked;
