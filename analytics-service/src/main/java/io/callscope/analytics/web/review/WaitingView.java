package io.callscope.analytics.web.review;

import io.callscope.analytics.web.page.View;

/**
 * A review that is kept, but not yet set beside what the machine says: another call's question shows this one.
 *
 * @param question address of that question
 */
public record WaitingView(View view, String question) {}
