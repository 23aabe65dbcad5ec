package io.callscope.analytics.importance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the answers.
 *
 * @param by what the predictors are
 * @param fall by how many percent a barrier would become rarer, 1 to 100
 * @param queue only calls of it; null means all
 * @param team likewise
 */
public record ImportanceQuestion(
        CustomerOutcome outcome,
        By by,
        int fall,
        @Nullable String queue,
        @Nullable String team) {
    public ImportanceQuestion {
        if (fall < 1 || fall > 100) {
            throw new IllegalArgumentException("fall %d: expected 1 to 100".formatted(fall));
        }
    }

    /** What stands for a predictor. */
    public enum By {
        /** Any barrier of a force. */
        FORCE,
        /** One barrier. */
        CODE;

        /** The word in addresses and JSON. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(By::id).toList();
        }

        /**
         * The value whose {@link #id()} is given.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static By ofId(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
