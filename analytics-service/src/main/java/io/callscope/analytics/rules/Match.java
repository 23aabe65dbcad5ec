package io.callscope.analytics.rules;

import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import java.util.List;
import java.util.Objects;

/**
 * Words of a call that a pattern claims. Immutable.
 *
 * @param target what the pattern speaks for
 * @param pattern the pattern
 * @param party who says them
 * @param passage number of the passage in the call, in order of time
 * @param start first word in the passage
 * @param end one past the last
 * @param evidence the words in their utterances; never empty
 */
public record Match(
        String target, Pattern pattern, Party party, int passage, int start, int end, List<Evidence> evidence) {
    public Match {
        evidence = List.copyOf(evidence);
    }

    /** Of where it is: a pattern is a tree of words, and hashing it takes longer than finding it did. */
    @Override
    public int hashCode() {
        return Objects.hash(target, passage, start, end);
    }

    /** How many words it spans: the more, the more specific. */
    public int words() {
        return end - start;
    }

    /** Whether two matches share a word. */
    public boolean overlaps(Match other) {
        return passage == other.passage && start < other.end && other.start < end;
    }

    /** When it begins, from the start of the call, milliseconds. */
    public long startMs() {
        return evidence.get(0).startMs();
    }

    /** When it ends, from the start of the call, milliseconds. */
    public long endMs() {
        return evidence.get(evidence.size() - 1).endMs();
    }
}
