/** Threads that end with the process, and what they do again and again. */
@NullMarked
package io.callscope.kit.thread;

import org.jspecify.annotations.NullMarked;
