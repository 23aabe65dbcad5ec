@NullMarked
package io.callscope.analytics.web.promises;

import org.jspecify.annotations.NullMarked;
