package io.callscope.transcribe.bench.redact;

import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A made-up call and what is secret in it. Immutable.
 *
 * @param number place in its language, from 0
 * @param kind what is dictated; null when nothing must go
 * @param call the call as a recogniser or an importing system gives it
 * @param secrets each secret word
 */
record RedactCase(int number, @Nullable SensitiveData kind, Transcript call, List<Secret> secrets) {
    RedactCase {
        Objects.requireNonNull(call, "call");
        secrets = List.copyOf(secrets);
    }

    /**
     * A word that must not survive.
     *
     * @param utterance where it is said
     * @param atMs when it begins, from the start of the call
     */
    record Secret(int utterance, long atMs) {}
}
