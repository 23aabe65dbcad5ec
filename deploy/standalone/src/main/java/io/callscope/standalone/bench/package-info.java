/** Measures on made-up calls: how long pages take, what an endpoint is kept busy with, what the rule of trust decides. */
@NullMarked
package io.callscope.standalone.bench;

import org.jspecify.annotations.NullMarked;
