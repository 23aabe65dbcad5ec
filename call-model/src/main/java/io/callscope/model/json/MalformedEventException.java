package io.callscope.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The bytes are not the event that was expected. The message holds the place in the document, never its content. */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MalformedEventException(String message) {
        super(message);
    }

    static MalformedEventException of(Class<?> type, JsonProcessingException cause) {
        String place = cause instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        // Jackson's own message and cause quote the document, which may hold a transcript: neither is kept.
        return new MalformedEventException(
                "not a %s%s".formatted(type.getSimpleName(), place.isEmpty() ? "" : " at " + place));
    }

    static MalformedEventException ofNull(Class<?> type) {
        return new MalformedEventException("not a %s: the document is null".formatted(type.getSimpleName()));
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getIndex() >= 0) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(nameOf(reference));
            }
        }
        return path.toString();
    }

    /** The keys of a map are content, unlike the names of a record's components. */
    private static String nameOf(Reference reference) {
        Object from = reference.getFrom();
        boolean inMap = from instanceof Map || (from instanceof Class<?> type && Map.class.isAssignableFrom(type));
        return inMap ? "*" : Objects.requireNonNullElse(reference.getFieldName(), "*");
    }
}
