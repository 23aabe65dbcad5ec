package io.callscope.standalone.quality;

import io.callscope.model.call.Party;
import io.callscope.statistics.CharacterErrors;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.KeywordCounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How well one party of a call was recognised. Immutable.
 *
 * @param party whose words these are; UNKNOWN when the reference does not tell parties apart
 * @param words after normalisation of both sides
 * @param characters the same by characters
 * @param rawWords as written: case, punctuation and numerals count
 * @param rawCharacters the same by characters
 * @param phrases of the codebook that were said, in words as normalised
 */
record PartyScore(
        Party party,
        ErrorCounts words,
        CharacterErrors characters,
        ErrorCounts rawWords,
        CharacterErrors rawCharacters,
        Map<String, KeywordCounts> phrases) {
    PartyScore {
        Objects.requireNonNull(party, "party");
        phrases = Collections.unmodifiableMap(new LinkedHashMap<>(phrases));
    }
}
