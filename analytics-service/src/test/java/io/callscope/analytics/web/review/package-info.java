@NullMarked
package io.callscope.analytics.web.review;

import org.jspecify.annotations.NullMarked;
