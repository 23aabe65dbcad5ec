/** The JSON API: filters out of addresses, answers, audio with ranges. */
@NullMarked
package io.callscope.analytics.web.api;

import org.jspecify.annotations.NullMarked;
