/** What the machine says of each call by the site's scorecards, as it is stored. */
@NullMarked
package io.callscope.analytics.evaluation;

import org.jspecify.annotations.NullMarked;
