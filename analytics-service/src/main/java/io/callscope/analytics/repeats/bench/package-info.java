/** Contacts that are made up, so that it is known which repeat which, and how well they are linked and reported. */
@NullMarked
package io.callscope.analytics.repeats.bench;

import org.jspecify.annotations.NullMarked;
