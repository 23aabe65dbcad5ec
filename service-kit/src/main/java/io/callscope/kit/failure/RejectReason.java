package io.callscope.kit.failure;

import java.util.Locale;
import java.util.Optional;

/** Why a call was rejected for good. Closed: it is a metric's tag, a dead letter's header and a word on the pages. */
public enum RejectReason {
    /** The event is no valid document of its schema. */
    MALFORMED_EVENT,
    /** The event is larger than a broker with default limits takes. */
    EVENT_TOO_LARGE,
    /** The audio topic's retention has removed the recording. */
    AUDIO_EXPIRED,
    /** Chunks of the recording are missing between the manifest's offsets. */
    AUDIO_INCOMPLETE,
    /** The chunks' hash is not the manifest's. */
    AUDIO_HASH_MISMATCH,
    /** The bytes are of no audio format. */
    NOT_AUDIO,
    /** The container is known but not allowed, such as a playlist that names other files. */
    CONTAINER_NOT_ALLOWED,
    /** The codec is unknown or not allowed. */
    UNSUPPORTED_CODEC,
    /** The header promises more audio than there is: the recording was cut off. */
    AUDIO_TRUNCATED,
    /** The header contradicts itself or the size of the recording. */
    AUDIO_HEADER_INVALID,
    /** The audio cannot be decoded. */
    AUDIO_CORRUPT,
    /** The recording has no audio in it. */
    NO_AUDIO,
    /** More channels than are supported. */
    TOO_MANY_CHANNELS,
    /** Longer than is allowed. */
    TOO_LONG,
    /** No recognition model for the call's language. */
    NO_MODEL_FOR_LANGUAGE,
    /** The recording takes the recogniser's process down, also when it is alone in it. */
    RECOGNISER_CRASHED,
    /** The recogniser makes no progress on the recording, also when it is alone. */
    RECOGNISER_HUNG,
    /** An error of the program itself, after every attempt. */
    INTERNAL_ERROR;

    /** The word for this reason in headers, metrics and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this {@link #id()}, if there is one. */
    public static Optional<RejectReason> ofId(String id) {
        for (RejectReason reason : values()) {
            if (reason.id().equals(id)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
