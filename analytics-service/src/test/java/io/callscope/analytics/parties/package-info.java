@NullMarked
package io.callscope.analytics.parties;

import org.jspecify.annotations.NullMarked;
