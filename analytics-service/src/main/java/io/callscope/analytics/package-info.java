/** Codebook, classification, flags, store and pages. */
@NullMarked
package io.callscope.analytics;

import org.jspecify.annotations.NullMarked;
