package io.callscope.kit.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;

/** What a file that Jackson maps by itself got wrong, in the words of {@link ConfigLoader}. Stateless. */
public final class MappingProblem {
    private MappingProblem() {}

    /** Place and reason: the nearest known key, what a record said, else what Jackson says. */
    public static String of(JsonMappingException failure) {
        String place = place(failure);
        Throwable cause = failure;
        while (cause instanceof JsonMappingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return place + ": " + unknownKey(unknown);
        }
        String reason = cause instanceof IllegalArgumentException ? cause.getMessage() : failure.getOriginalMessage();
        return place.isEmpty() ? String.valueOf(reason) : place + ": " + reason;
    }

    private static String unknownKey(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        List<String> known = ids == null
                ? List.of()
                : ids.stream().map(String::valueOf).sorted().toList();
        String nearest = NearestWord.to(unknown.getPropertyName(), known);
        return nearest == null
                ? "unknown key; expected one of " + String.join(", ", known)
                : "unknown key; did you mean \"" + nearest + "\"?";
    }

    private static String place(JsonMappingException failure) {
        StringBuilder place = new StringBuilder();
        for (Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }
}
