@NullMarked
package io.callscope.analytics.web.requests;

import org.jspecify.annotations.NullMarked;
