/** What calls come in, beside the calls the machine was checked on: another kind of calls is not what it was checked on. */
@NullMarked
package io.callscope.analytics.accuracy.input;

import org.jspecify.annotations.NullMarked;
