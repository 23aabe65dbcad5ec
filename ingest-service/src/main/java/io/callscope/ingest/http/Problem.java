package io.callscope.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.model.json.EventJson;
import io.javalin.http.Context;
import java.util.List;

/**
 * An error as clients get it (RFC 9457).
 *
 * @param type stable name of the kind of error
 * @param title what went wrong, in general
 * @param status HTTP status
 * @param detail what went wrong here: the thing, the value, what was expected
 * @param errors the fields that are wrong, if fields are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<FieldProblem> errors) {
    private static final String TYPE_PREFIX = "urn:callscope:problem:";

    static Problem of(int status, String kind, String title, String detail) {
        return new Problem(TYPE_PREFIX + kind, title, status, detail, List.of());
    }

    static Problem ofFields(List<FieldProblem> errors, String detail) {
        return new Problem(TYPE_PREFIX + "invalid-metadata", "The metadata cannot be taken", 400, detail, errors);
    }

    static Problem ofVcon(List<FieldProblem> errors, String detail) {
        return new Problem(TYPE_PREFIX + "invalid-vcon", "The vCon cannot be taken", 422, detail, errors);
    }

    void answer(Context context) {
        context.status(status).contentType("application/problem+json").result(EventJson.write(this));
    }
}
