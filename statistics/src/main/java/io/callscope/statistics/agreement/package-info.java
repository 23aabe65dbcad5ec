/** How much two or more people, or a person and a machine, agree. */
@NullMarked
package io.callscope.statistics.agreement;

import org.jspecify.annotations.NullMarked;
