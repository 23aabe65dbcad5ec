package io.callscope.transcribe.child;

import java.util.Objects;

/**
 * Something that a child can be asked for. Question and answer cross the pipe as JSON: records of plain data.
 *
 * @param id its name on the pipe
 * @param question class of what is asked
 * @param answer class of what comes back
 */
public record RequestKind<Q, A>(String id, Class<Q> question, Class<A> answer) {
    public RequestKind {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
    }
}
