/** The whole way of a call through the real services, and what happens on it when things go wrong. */
package io.callscope.standalone.way;
