package io.callscope.transcribe.child;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The head of one frame; a body may follow it.
 *
 * @param type what it is
 * @param id of the request that it belongs to; 0 for none
 * @param word kind of a request, or reason of a rejection
 * @param text message of a failure
 * @param position of progress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        Type type, long id, @Nullable String word, @Nullable String text, long position) {
    enum Type {
        /** To the child: do this. The body is the question. */
        ASK,
        /** To the child: nobody waits for this any more. */
        CANCEL,
        /** From the child: asks may come. */
        READY,
        /** From the child: the request waits for something that it is not to blame for. */
        WAITING,
        /** From the child: the request is being worked on. */
        PROGRESS,
        /** From the child: done. The body is the answer. */
        ANSWER,
        /** From the child: can never be done. */
        REJECTED,
        /** From the child: cannot be done now. */
        RETRYABLE,
        /** From the child: an error of the program; the text is its kind alone. */
        FAILED,
        /** From the child: was broken off. */
        CANCELLED
    }

    static Message of(Type type, long id) {
        return new Message(type, id, null, null, 0);
    }

    static Message of(Type type, long id, @Nullable String word, @Nullable String text) {
        return new Message(type, id, word, text, 0);
    }
}
