/** What agents promise customers, by when, and whether it is kept. */
@NullMarked
package io.callscope.analytics.promises;

import org.jspecify.annotations.NullMarked;
