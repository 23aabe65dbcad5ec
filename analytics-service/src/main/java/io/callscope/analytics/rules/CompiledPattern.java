package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import org.jspecify.annotations.Nullable;

/**
 * A pattern bound to a vocabulary. Its arrays are never changed.
 *
 * @param target what it speaks for
 * @param pattern as written
 * @param body the words
 * @param party who must say it; UNKNOWN for either
 * @param firstWords number of the set that the first word of a match is in
 * @param anchor number of a set of which a passage must hold a word, or there is no match in it: the rarest such set
 * @param required numbers of the other such sets, the rarest first
 * @param reply what the other party must say; null when nothing
 */
record CompiledPattern(
        String target,
        Pattern pattern,
        Node body,
        Party party,
        int firstWords,
        int anchor,
        int[] required,
        @Nullable Node reply) {}
