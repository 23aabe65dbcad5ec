package io.callscope.analytics.llm.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Objects;

/**
 * One request to a language model about one call. Immutable as long as nobody changes the schema.
 *
 * @param callId the call; never part of what is sent
 * @param transcriptHash hash of the transcript that is asked about
 * @param task id of the task, such as {@code barriers}
 * @param promptHash SHA-256 in hex over everything of the prompt that is not the transcript and not the nonce
 * @param system the system message
 * @param transcript the part of the user's message that all tasks of the call share byte for byte; comes first
 * @param instruction the part of the user's message that is this task's own; comes after the transcript
 * @param schema JSON Schema of the answer
 * @param maxAnswerTokens where the answer is cut off, tokens
 * @param vote 0 asks for the likeliest answer; each other number for another one, drawn at random but repeatably
 */
public record Question(
        CallId callId,
        String transcriptHash,
        String task,
        String promptHash,
        String system,
        String transcript,
        String instruction,
        ObjectNode schema,
        int maxAnswerTokens,
        int vote) {
    public Question {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(transcriptHash, "transcriptHash");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(promptHash, "promptHash");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(instruction, "instruction");
        Objects.requireNonNull(schema, "schema");
        if (maxAnswerTokens < 1) {
            throw new IllegalArgumentException("maxAnswerTokens %d: expected 1 or more".formatted(maxAnswerTokens));
        }
        if (vote < 0) {
            throw new IllegalArgumentException("vote %d: expected 0 or more".formatted(vote));
        }
    }

    /** The one question there is where nobody votes. */
    public Question(
            CallId callId,
            String transcriptHash,
            String task,
            String promptHash,
            String system,
            String transcript,
            String instruction,
            ObjectNode schema,
            int maxAnswerTokens) {
        this(callId, transcriptHash, task, promptHash, system, transcript, instruction, schema, maxAnswerTokens, 0);
    }

    /** The same question as another vote. */
    public Question withVote(int other) {
        return new Question(
                callId,
                transcriptHash,
                task,
                promptHash,
                system,
                transcript,
                instruction,
                schema,
                maxAnswerTokens,
                other);
    }

    /** The user's message as it is sent. */
    public String user() {
        return transcript + instruction;
    }

    /**
     * The same question with another instruction, such as one that says what was wrong with the first answer. Its prompt
     * hash is another one too, or a cache would answer it with the first answer.
     */
    public Question withInstruction(String changed) {
        return new Question(
                callId,
                transcriptHash,
                task,
                Hashes.of(List.of(promptHash, changed)),
                system,
                transcript,
                changed,
                schema,
                maxAnswerTokens,
                vote);
    }

    /** The words of a call are in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "Question[callId=%s, task=%s, promptHash=%s]".formatted(callId, task, promptHash);
    }
}
