/** What comes from elsewhere in files: answers to surveys, figures of the telephone system and of teams. */
@NullMarked
package io.callscope.analytics.surveys;

import org.jspecify.annotations.NullMarked;
