package io.callscope.transcribe.text.redact;

import io.callscope.transcribe.text.rewrite.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the security codes of cards. They are too short to be known by their digits: only what is said around tells
 * them from a price or a house number. Immutable.
 */
final class SecurityCodes {
    private static final int WITHIN_WORDS = 30;
    private static final long WITHIN_MS = 30_000;
    private static final int BEFORE_WITHIN_WORDS = 4;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;
    /** Said twice, corrected, or behind the date of expiry without a word between. */
    private static final int LONGEST_WITH_MORE = 8;

    private final List<Line> lines;
    private final Cues cues;

    SecurityCodes(List<Line> lines, Cues cues) {
        this.lines = lines;
        this.cues = cues;
    }

    /** Which of some dictations are such codes. */
    Set<Dictation> among(List<Dictation> dictations) {
        Set<Dictation> codes = new HashSet<>();
        for (Cues.Cue cue : cues.of(Cues.Kind.CVV)) {
            List<Dictation> behind = dictations.stream()
                    .filter(dictation -> follows(dictation, cue))
                    .toList();
            boolean expiry =
                    cues.of(Cues.Kind.EXPIRY).stream().anyMatch(other -> Math.abs(other.line() - cue.line()) <= 2);
            List<Dictation> found = first(behind, expiry);
            codes.addAll(found.isEmpty() ? ahead(dictations, cue) : found);
        }
        return codes;
    }

    private static List<Dictation> first(List<Dictation> behind, boolean expiry) {
        List<Dictation> found = new ArrayList<>();
        for (Dictation dictation : behind) {
            boolean fits = dictation.length() >= SHORTEST
                    && dictation.length() <= (found.isEmpty() ? LONGEST_WITH_MORE : LONGEST);
            if (fits && (found.isEmpty() || expiry)) {
                found.add(dictation);
            }
        }
        return found;
    }

    private boolean follows(Dictation dictation, Cues.Cue cue) {
        int line = dictation.first().line();
        int from = dictation.first().from();
        if (line < cue.line() || line == cue.line() && from < cue.to()) {
            return false;
        }
        int words = from - (line == cue.line() ? cue.to() : 0);
        for (int i = cue.line(); i < line; i++) {
            words += lines.get(i).size() - (i == cue.line() ? cue.to() : 0);
        }
        long pause = lines.get(line).utterance().startMs()
                - lines.get(cue.line()).utterance().endMs();
        return words <= WITHIN_WORDS && pause <= WITHIN_MS;
    }

    /** "триста двадцать один это код на обороте". */
    private static List<Dictation> ahead(List<Dictation> dictations, Cues.Cue cue) {
        return dictations.stream()
                .filter(dictation -> dictation.last().line() == cue.line()
                        && dictation.last().to() <= cue.from()
                        && cue.from() - dictation.last().to() <= BEFORE_WITHIN_WORDS
                        && dictation.length() >= SHORTEST
                        && dictation.length() <= LONGEST)
                .toList();
    }
}
