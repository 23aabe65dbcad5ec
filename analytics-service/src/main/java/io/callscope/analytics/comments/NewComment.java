package io.callscope.analytics.comments;

import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment that is not stored yet.
 *
 * @param callId the call
 * @param atMs the moment that it is about, from the start of the call, milliseconds; null for the whole call
 * @param author who says it
 * @param text what is said, 1 to {@value #MAX_LENGTH} characters without the blank ones around it
 */
public record NewComment(CallId callId, @Nullable Long atMs, User author, String text) {
    /** Most characters of a comment, counted as readers count them: an emoji is one. */
    public static final int MAX_LENGTH = 2_000;

    public NewComment {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(author, "author");
        text = text.strip();
        int length = length(text);
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "comment of %d characters: expected 1 to %d".formatted(length, MAX_LENGTH));
        }
        if (atMs != null && atMs < 0) {
            throw new IllegalArgumentException("comment at %d ms: expected none negative".formatted(atMs));
        }
    }

    /** Characters of a text, without the blank ones around it. */
    public static int length(String text) {
        String bare = text.strip();
        return bare.codePointCount(0, bare.length());
    }
}
