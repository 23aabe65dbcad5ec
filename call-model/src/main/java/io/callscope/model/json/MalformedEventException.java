package io.callscope.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** The bytes are not the event that was expected. The message holds the place in the document, never its content. */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MalformedEventException(String message) {
        super(message);
    }

    static MalformedEventException of(Class<?> type, JsonProcessingException cause) {
        String place = cause instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
        // Jackson's own message and cause quote the document, which may hold a transcript: neither is kept.
        return new MalformedEventException(
                "not a %s%s".formatted(type.getSimpleName(), place.isEmpty() ? "" : " at " + path(place)));
    }

    private static String path(String reference) {
        return reference
                .replaceAll("[A-Za-z0-9_.$]+\\[\"?", "")
                .replaceAll("\"?\\]", "")
                .replace("->", ".");
    }
}
