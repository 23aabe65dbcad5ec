@NullMarked
package io.callscope.analytics.web.text;

import org.jspecify.annotations.NullMarked;
