package io.callscope.kit.consume;

import io.callscope.kit.failure.RejectReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a record stands in a dead-letter topic; written as headers beside the untouched value.
 *
 * @param originTopic where the record came from
 * @param originPartition its partition
 * @param originOffset its offset
 * @param stage the service that gave up, such as {@code transcribe}
 * @param reason why
 * @param detail ids, values and what was expected; never words of the call
 * @param attempts how often it was tried
 * @param firstFailure when it failed first
 * @param lastFailure when it failed last
 */
public record DeadLetter(
        String originTopic,
        int originPartition,
        long originOffset,
        String stage,
        RejectReason reason,
        String detail,
        int attempts,
        Instant firstFailure,
        Instant lastFailure) {
    private static final String PREFIX = "dlt-";
    private static final int MAX_DETAIL = 600;

    public DeadLetter {
        Objects.requireNonNull(originTopic, "originTopic");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(firstFailure, "firstFailure");
        Objects.requireNonNull(lastFailure, "lastFailure");
    }

    /** The headers for this dead letter. */
    public Map<String, String> toHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PREFIX + "origin-topic", originTopic);
        headers.put(PREFIX + "origin-partition", Integer.toString(originPartition));
        headers.put(PREFIX + "origin-offset", Long.toString(originOffset));
        headers.put(PREFIX + "stage", stage);
        headers.put(PREFIX + "reason", reason.id());
        headers.put(PREFIX + "detail", detail);
        headers.put(PREFIX + "attempts", Integer.toString(attempts));
        headers.put(PREFIX + "first-failure", firstFailure.toString());
        headers.put(PREFIX + "last-failure", lastFailure.toString());
        return headers;
    }

    /** What headers say, if they are those of a dead letter. */
    public static Optional<DeadLetter> fromHeaders(Map<String, String> headers) {
        try {
            return Optional.of(new DeadLetter(
                    required(headers, "origin-topic"),
                    Integer.parseInt(required(headers, "origin-partition")),
                    Long.parseLong(required(headers, "origin-offset")),
                    required(headers, "stage"),
                    RejectReason.ofId(required(headers, "reason")).orElse(RejectReason.INTERNAL_ERROR),
                    required(headers, "detail"),
                    Integer.parseInt(required(headers, "attempts")),
                    Instant.parse(required(headers, "first-failure")),
                    Instant.parse(required(headers, "last-failure"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a header belongs to a dead letter, and so is left out when the record is replayed. */
    public static boolean isOwnHeader(String name) {
        return name.startsWith(PREFIX);
    }

    static String shortened(@org.jspecify.annotations.Nullable String detail) {
        String text = detail == null ? "" : detail;
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "…";
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(PREFIX + name);
        if (value == null) {
            throw new IllegalArgumentException("header %s%s is missing".formatted(PREFIX, name));
        }
        return value;
    }
}
