@NullMarked
package io.callscope.analytics.web;

import org.jspecify.annotations.NullMarked;
