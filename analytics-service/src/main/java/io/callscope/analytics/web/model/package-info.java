/** Pages of the language model beside the rules: which calls wait for it, and what it takes. */
@NullMarked
package io.callscope.analytics.web.model;

import org.jspecify.annotations.NullMarked;
