/** How much the pipeline costs beyond recognition itself. */
@NullMarked
package io.callscope.transcribe.bench;

import org.jspecify.annotations.NullMarked;
