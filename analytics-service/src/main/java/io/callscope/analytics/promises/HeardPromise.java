package io.callscope.analytics.promises;

import io.callscope.analytics.promises.terms.TermForm;
import io.callscope.model.analysis.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it is heard in one call. Immutable.
 *
 * @param utterance in which it is made
 * @param atMs when its words begin, from the start of the call, milliseconds
 * @param form how its term is said; null when none is
 * @param dueAt the end of the term that is said; null when none is
 * @param termAt the end of the term that counts: without words the usual one of its kind
 * @param evidence the words
 */
record HeardPromise(
        PromiseKind kind,
        int utterance,
        long atMs,
        @Nullable TermForm form,
        @Nullable Instant dueAt,
        Instant termAt,
        List<Evidence> evidence) {
    HeardPromise {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(termAt, "termAt");
        evidence = List.copyOf(evidence);
        if ((form == null) != (dueAt == null)) {
            throw new IllegalArgumentException("form %s, dueAt %s: expected both or none".formatted(form, dueAt));
        }
    }
}
