/** Users and the audit of an installation, for the command line: who may read the database may keep its users. */
@NullMarked
package io.callscope.standalone.access;

import org.jspecify.annotations.NullMarked;
