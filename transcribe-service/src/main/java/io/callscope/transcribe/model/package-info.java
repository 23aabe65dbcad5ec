/** Recognition models: the catalogue, fetching, checking, and which one serves a language. */
@NullMarked
package io.callscope.transcribe.model;

import org.jspecify.annotations.NullMarked;
