package io.callscope.analytics.rules;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern bound to a vocabulary. Immutable.
 *
 * @param target what it speaks for
 * @param pattern as written
 * @param body the words
 * @param firstWords what the first word of a match may be
 * @param required one word of each set must be in a passage, or there is no match in it
 * @param anchor the set out of {@code required} that is rarest in speech
 * @param reply what the other party must say; null when nothing
 */
record CompiledPattern(
        String target,
        Pattern pattern,
        Node body,
        BitSet firstWords,
        List<BitSet> required,
        BitSet anchor,
        @Nullable Node reply) {}
