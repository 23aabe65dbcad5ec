/** What a source says about a call, checked and put into the call model's words; phone numbers become keys. */
@NullMarked
package io.callscope.ingest.metadata;

import org.jspecify.annotations.NullMarked;
