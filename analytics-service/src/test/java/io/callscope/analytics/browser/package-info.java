/** The pages in a real Chromium. */
@NullMarked
package io.callscope.analytics.browser;

import org.jspecify.annotations.NullMarked;
