/** Hashes that tell contents apart. */
@NullMarked
package io.callscope.model.hash;

import org.jspecify.annotations.NullMarked;
