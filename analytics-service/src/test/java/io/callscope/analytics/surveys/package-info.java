/** Tests of what comes from elsewhere in files. */
@NullMarked
package io.callscope.analytics.surveys;

import org.jspecify.annotations.NullMarked;
