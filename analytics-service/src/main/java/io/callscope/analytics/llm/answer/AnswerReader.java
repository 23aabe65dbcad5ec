package io.callscope.analytics.llm.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.task.Task;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer strictly: one JSON document, no key twice, nothing behind it, exactly of the task's schema. Lenient
 * about one thing only, the Markdown fence that many models put around JSON. Stateless, thread-safe.
 */
final class AnswerReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern FENCE = Pattern.compile("```[A-Za-z]*\\s*\\n(.*)\\n\\s*```", Pattern.DOTALL);
    private static final int LISTED = 5;

    private AnswerReader() {}

    /**
     * What an answer is.
     *
     * @param json the answer; null when it is not usable
     * @param failure why not; null when it is usable
     * @param problems what is wrong, by place and rule, never by words of the answer: they may be the call's
     */
    record Read(@Nullable JsonNode json, @Nullable LlmFailure failure, List<String> problems) {}

    static Read read(String text, Task task) {
        JsonNode json;
        try {
            json = JSON.readTree(unfenced(text));
        } catch (JsonProcessingException e) {
            return new Read(null, LlmFailure.GARBAGE, List.of("- not JSON"));
        }
        if (json == null || json.isMissingNode()) {
            return new Read(null, LlmFailure.GARBAGE, List.of("- empty"));
        }
        List<Error> errors = task.validator().validate(json);
        if (!errors.isEmpty()) {
            return new Read(null, LlmFailure.WRONG_SCHEMA, problems(errors));
        }
        return new Read(json, null, List.of());
    }

    private static String unfenced(String text) {
        Matcher fence = FENCE.matcher(text.strip());
        return fence.matches() ? fence.group(1) : text;
    }

    private static List<String> problems(List<Error> errors) {
        return errors.stream()
                .map(error -> "- %s: %s".formatted(place(error), error.getKeyword()))
                .distinct()
                .limit(LISTED)
                .collect(Collectors.toList());
    }

    /** Keys that the schema does not know are the model's own words, so only known places are told. */
    private static String place(Error error) {
        String place = String.valueOf(error.getInstanceLocation());
        return place.isEmpty() ? "/" : place;
    }
}
