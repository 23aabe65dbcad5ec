package io.callscope.analytics.web.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.model.json.EventJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** The body of a request as an object; unknown fields are errors. Stateless. */
public final class JsonBody {
    private static final int MOST_BYTES = 1 << 20;
    private static final String BODY = "body";
    private static final JsonMapper JSON = EventJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonBody() {}

    /**
     * Reads it, 1 MiB at most.
     *
     * @param expected what is said to have been expected when it is something else
     * @throws ProblemException naming the field that is wrong
     */
    public static <T> T read(Context context, Class<T> type, Expected expected) throws IOException {
        byte[] bytes;
        try (InputStream stream = context.bodyInputStream()) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.badParameter(BODY, "> 1 MiB", expected);
        }
        try {
            T body = JSON.readValue(bytes, type);
            if (body != null) {
                return body;
            }
        } catch (JsonMappingException wrong) {
            String place = wrong.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            throw ProblemException.badParameter(place.isEmpty() ? BODY : place, "", expected);
        } catch (JsonProcessingException noJson) {
            throw ProblemException.badParameter(BODY, "", expected);
        }
        throw ProblemException.badParameter(BODY, "null", expected);
    }
}
