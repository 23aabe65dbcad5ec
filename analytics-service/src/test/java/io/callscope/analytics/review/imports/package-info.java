@NullMarked
package io.callscope.analytics.review.imports;

import org.jspecify.annotations.NullMarked;
