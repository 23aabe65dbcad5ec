package io.callscope.analytics.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is promised. */
public enum PromiseKind {
    CALL_BACK,
    VISIT,
    REFUND,
    ANSWER,
    DELIVERY,
    OTHER;

    /** The word for it in the database, in JSON and in addresses. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PromiseKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(PromiseKind::id).toList();
    }
}
