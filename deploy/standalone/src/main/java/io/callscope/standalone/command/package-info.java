/** One class for each verb of the command line. */
@NullMarked
package io.callscope.standalone.command;

import org.jspecify.annotations.NullMarked;
