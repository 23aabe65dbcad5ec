package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.Resolution;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * JSON Schemas of answers, made of the codebook's lists: closed everywhere, every property required, only keywords that
 * endpoints with structured output know. Stateless.
 */
final class AnswerSchemas {
    static final String MARKS = "marks";
    static final String CODE = "code";
    static final String STAGE = "stage";
    static final String SEVERITY = "severity";
    static final String UTTERANCES = "utterances";
    static final String ANCHOR = "anchor";
    static final String REASON = "reason";
    static final String RESOLUTION = "resolution";
    static final String REPEAT = "repeat";
    static final String CONTACT_NUMBER = "contactNumber";
    static final String CAUSE = "cause";
    static final String SUMMARY = "summary";
    static final String ANSWERS = "answers";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";
    static final String NEXT_STEP = "nextStep";
    static final String SAME = "same";
    static final String EARLIER = "earlier";
    static final String LATER = "later";
    /** The stage that a model chooses when the call does not tell. */
    static final String NO_STAGE = "unknown";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnswerSchemas() {}

    static ObjectNode marks(List<CodeDefinition> codes, List<StageDefinition> stages) {
        Set<String> known = ids(stages.stream().map(StageDefinition::id).toList());
        known.add(NO_STAGE);
        ObjectNode mark = object();
        property(mark, CODE, words(codes.stream().map(CodeDefinition::id).toList()));
        property(mark, STAGE, words(known));
        ObjectNode severity = property(mark, SEVERITY, type("integer"));
        severity.putArray("enum").add(0).add(1).add(2).add(3);
        place(mark);
        ObjectNode answer = object();
        property(answer, MARKS, arrayOf(mark));
        return answer;
    }

    static ObjectNode contact(Codebook codebook) {
        Set<String> reasons =
                ids(codebook.reasons().stream().map(ReasonDefinition::id).toList());
        reasons.add(Circumstances.OTHER);
        reasons.add(Circumstances.NOT_UNDERSTOOD);
        Set<String> causes =
                ids(codebook.causes().stream().map(CauseDefinition::id).toList());
        causes.add(Circumstances.NO_CAUSE);
        ObjectNode answer = object();
        property(answer, REASON, words(reasons));
        property(
                answer,
                RESOLUTION,
                words(Arrays.stream(Resolution.values()).map(Resolution::id).toList()));
        property(answer, REPEAT, type("boolean"));
        property(answer, CONTACT_NUMBER, type("integer")).put("minimum", 0).put("maximum", 99);
        property(answer, CAUSE, words(causes));
        place(answer);
        return answer;
    }

    static ObjectNode summary() {
        ObjectNode answer = object();
        property(answer, SUMMARY, type("string"));
        property(answer, NEXT_STEP, type("string"));
        return answer;
    }

    static ObjectNode pair() {
        ObjectNode answer = object();
        property(answer, SAME, type("boolean"));
        place(property(answer, EARLIER, object()));
        place(property(answer, LATER, object()));
        return answer;
    }

    /** @param questions how many; they are numbered from 1 */
    static ObjectNode criteria(int questions) {
        ObjectNode said = object();
        property(
                said,
                QUESTION,
                words(IntStream.rangeClosed(1, questions)
                        .mapToObj(Integer::toString)
                        .toList()));
        property(
                said,
                ANSWER,
                words(List.of(
                        CriterionReply.YES, CriterionReply.NO, CriterionReply.NOT_APPLICABLE, CriterionReply.UNCLEAR)));
        place(said);
        ObjectNode answer = object();
        property(answer, ANSWERS, arrayOf(said));
        return answer;
    }

    private static void place(ObjectNode object) {
        property(object, UTTERANCES, arrayOf(type("integer")));
        property(object, ANCHOR, type("string"));
    }

    private static ObjectNode object() {
        ObjectNode object = type("object");
        object.put("additionalProperties", false);
        object.putArray("required");
        object.putObject("properties");
        return object;
    }

    private static ObjectNode property(ObjectNode object, String name, ObjectNode schema) {
        ((ArrayNode) object.get("required")).add(name);
        ((ObjectNode) object.get("properties")).set(name, schema);
        return schema;
    }

    private static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode arrayOf(ObjectNode items) {
        ObjectNode array = type("array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode words(Iterable<String> words) {
        ObjectNode word = type("string");
        ArrayNode list = word.putArray("enum");
        words.forEach(list::add);
        return word;
    }

    private static Set<String> ids(List<String> ids) {
        return new LinkedHashSet<>(ids);
    }
}
