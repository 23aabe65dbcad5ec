/** The entry points: command line, broker process, database process. */
@NullMarked
package io.callscope.standalone;

import org.jspecify.annotations.NullMarked;
