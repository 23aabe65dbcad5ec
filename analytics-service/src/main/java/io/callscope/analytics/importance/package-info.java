/** Which barriers matter for what customers answer, and how the figures of elsewhere stand beside what is heard. */
@NullMarked
package io.callscope.analytics.importance;

import org.jspecify.annotations.NullMarked;
