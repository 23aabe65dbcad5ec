package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
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
 * @param party who must say it; UNKNOWN for either
 * @param required one word of each must be in a passage beside the anchor, or there is no match in it
 * @param anchor one of these must be there too; the rarest in speech of what must be
 * @param reply what the other party must say; null when nothing
 */
record CompiledPattern(
        String target,
        Pattern pattern,
        Node body,
        Party party,
        WordNumbers firstWords,
        List<WordNumbers> required,
        BitSet anchor,
        @Nullable Node reply) {}
