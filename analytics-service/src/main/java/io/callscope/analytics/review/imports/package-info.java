/** Reviews that people gave elsewhere: kept for coaching, never used for rates. */
@NullMarked
package io.callscope.analytics.review.imports;

import org.jspecify.annotations.NullMarked;
