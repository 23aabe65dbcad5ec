@NullMarked
package io.callscope.analytics.web.model;

import org.jspecify.annotations.NullMarked;
