package io.callscope.analytics.web.call;

/**
 * The form for a comment as it is shown.
 *
 * @param text what stands in it
 * @param at the second that it is about, as it was typed
 * @param problem why it was not taken, in words; empty when nothing is wrong
 */
public record CommentForm(String text, String at, String problem) {
    static final CommentForm EMPTY = new CommentForm("", "", "");

    public boolean isRefused() {
        return !problem.isEmpty();
    }

    CommentForm refused(String why) {
        return new CommentForm(text, at, why);
    }
}
