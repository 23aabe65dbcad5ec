package io.callscope.analytics.comments;

import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a call. Immutable.
 *
 * @param callId the call
 * @param number its place among the comments on the call, from 1; never given again
 * @param atMs the moment that it is about, from the start of the call, milliseconds; null for the whole call
 * @param authorLogin who said it
 * @param authorName his name as it was then
 * @param text what was said
 * @param createdAt when
 */
public record Comment(
        CallId callId,
        int number,
        @Nullable Long atMs,
        String authorLogin,
        String authorName,
        String text,
        Instant createdAt) {
    /** How long an author may take a comment back. */
    public static final Duration REGRET = Duration.ofHours(24);

    public Comment {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(authorLogin, "authorLogin");
        Objects.requireNonNull(authorName, "authorName");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(createdAt, "createdAt");
        if (number < 1) {
            throw new IllegalArgumentException("comment %d: expected 1 or more".formatted(number));
        }
    }

    /** Whether this user may take it back now: only the author, and only within a day. */
    public boolean mayBeDeleted(String login, Instant now) {
        return authorLogin.equals(login) && now.isBefore(createdAt.plus(REGRET));
    }
}
