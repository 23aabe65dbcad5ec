@org.jspecify.annotations.NullMarked
package io.callscope.analytics.server;
