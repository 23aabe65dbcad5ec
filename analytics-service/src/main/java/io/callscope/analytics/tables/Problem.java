package io.callscope.analytics.tables;

/**
 * What is wrong with a row of a file.
 *
 * @param line of the file, the header's is 1
 * @param column whose value is wrong; empty when the whole row is
 * @param value as it stands there, shortened
 * @param expected what should
 */
public record Problem(long line, String column, String value, String expected) {}
