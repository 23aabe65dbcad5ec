/** Russian and English: messages, plural forms, dates and numbers. */
@NullMarked
package io.callscope.analytics.web.text;

import org.jspecify.annotations.NullMarked;
