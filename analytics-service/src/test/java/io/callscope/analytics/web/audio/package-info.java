@NullMarked
package io.callscope.analytics.web.audio;

import org.jspecify.annotations.NullMarked;
