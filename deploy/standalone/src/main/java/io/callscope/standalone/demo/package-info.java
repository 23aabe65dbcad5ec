/** The demo calls, sent and waited for. */
@NullMarked
package io.callscope.standalone.demo;

import org.jspecify.annotations.NullMarked;
