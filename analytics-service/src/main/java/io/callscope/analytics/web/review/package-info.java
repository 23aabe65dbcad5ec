/** Pages and addresses of blind reviews: the plan, the form, what comes after it, and deciding where two differ. */
@NullMarked
package io.callscope.analytics.web.review;

import org.jspecify.annotations.NullMarked;
