/** The recogniser's own process: what is asked of it, its main, and how the service reaches it. */
@NullMarked
package io.callscope.transcribe.worker;

import org.jspecify.annotations.NullMarked;
