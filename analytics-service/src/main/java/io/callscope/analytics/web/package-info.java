/** The pages and the JSON API: what they need from outside, and the server that carries them. */
@NullMarked
package io.callscope.analytics.web;

import org.jspecify.annotations.NullMarked;
