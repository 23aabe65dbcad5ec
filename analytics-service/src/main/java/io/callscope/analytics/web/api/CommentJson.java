package io.callscope.analytics.web.api;

import io.callscope.analytics.comments.Comment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a call.
 *
 * @param atMs the moment that it is about, from the start of the call; absent for the whole call
 */
record CommentJson(
        int number, @Nullable Long atMs, String authorLogin, String authorName, String text, Instant createdAt) {
    static CommentJson of(Comment comment) {
        return new CommentJson(
                comment.number(),
                comment.atMs(),
                comment.authorLogin(),
                comment.authorName(),
                comment.text(),
                comment.createdAt());
    }
}
