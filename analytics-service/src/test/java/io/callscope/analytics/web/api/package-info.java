@NullMarked
package io.callscope.analytics.web.api;

import org.jspecify.annotations.NullMarked;
