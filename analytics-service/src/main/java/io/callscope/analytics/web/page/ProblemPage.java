package io.callscope.analytics.web.page;

/** A request that cannot be answered. */
public record ProblemPage(View view, int status, String title, String detail) {}
