@NullMarked
package io.callscope.analytics.promises.terms;

import org.jspecify.annotations.NullMarked;
