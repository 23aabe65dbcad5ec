package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Objects;

/** One thing a model is asked about every call: instruction and schema, both ready. Immutable, thread-safe. */
public final class Task {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String id;
    private final String system;
    private final String instruction;
    private final String repair;
    private final ObjectNode schema;
    private final Schema validator;
    private final int maxAnswerTokens;
    private final String promptHash;

    Task(String id, Texts texts, ObjectNode schema, int maxAnswerTokens) {
        this.id = Objects.requireNonNull(id, "id");
        this.system = texts.system();
        this.instruction = texts.instruction();
        this.repair = texts.repair();
        this.schema = schema.deepCopy();
        this.validator = SCHEMAS.getSchema(this.schema);
        this.maxAnswerTokens = maxAnswerTokens;
        this.promptHash = Hashes.of(List.of(
                system, texts.block(), instruction, repair, schema.toString(), Integer.toString(maxAnswerTokens)));
    }

    /**
     * What a task says.
     *
     * @param system the same for all tasks
     * @param block the template of the call's block, without call and nonce
     * @param instruction this task's own
     * @param repair the template of what is added after an answer that was not as asked for
     */
    record Texts(String system, String block, String instruction, String repair) {}

    /** Such as {@code contact} or {@code marks-1}; a tag of metrics. */
    public String id() {
        return id;
    }

    /** SHA-256 in hex over all that a model is told in this task, but for the call and the nonce. */
    public String promptHash() {
        return promptHash;
    }

    /** The template of what is said after an answer that was not as asked for. */
    public String repair() {
        return repair;
    }

    /** What an answer is held against; the very schema that the model is given. */
    public Schema validator() {
        return validator;
    }

    /** How many tokens everything but the call takes at the most, its answer and its schema included. */
    public int tokens() {
        return TokenEstimate.of(system) + TokenEstimate.of(instruction) + schemaTokens() + maxAnswerTokens;
    }

    /** Some endpoints put the schema into the prompt. */
    private int schemaTokens() {
        return TokenEstimate.of(schema.toString());
    }

    /**
     * The task asked about a call, or about a part of it.
     *
     * @param transcriptHash of what is asked about
     * @param block the call's block
     */
    public Question question(CallId callId, String transcriptHash, String block) {
        return new Question(
                callId, transcriptHash, id, promptHash, system, block, instruction, schema.deepCopy(), maxAnswerTokens);
    }
}
