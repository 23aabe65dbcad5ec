package io.callscope.analytics.accuracy.read;

import org.jspecify.annotations.Nullable;

/**
 * What people say of a call beside its customer's others, and what the machine does.
 *
 * @param first of who scored the call first
 * @param second of another person; null when there is none
 * @param linked whether the machine links the call to an earlier one; null when it says nothing
 * @param found whether it links it to the contact that the first person names, or to any when he names none
 * @param cause that it takes it for; null when none
 */
record PairRow(
        Said first,
        @Nullable Said second,
        @Nullable Boolean linked,
        boolean found,
        @Nullable String cause) {
    /**
     * One person's answer.
     *
     * @param of the call that is repeated; null when none was named
     * @param cause null when it could not be told
     */
    record Said(
            boolean repeats, @Nullable String of, @Nullable String cause) {
        /** Whether somebody else means the same pair. */
        boolean isSamePair(Said other) {
            return repeats && other.repeats && (of == null || other.of == null || of.equals(other.of));
        }
    }

    PairRow with(Said another) {
        return new PairRow(first, another, linked, found, cause);
    }
}
