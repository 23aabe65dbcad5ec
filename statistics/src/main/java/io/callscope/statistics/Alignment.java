package io.callscope.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two sequences of words side by side. Immutable.
 *
 * @param places from start to end; each word of both sequences stands in exactly one
 * @param counts how many of which kind
 */
public record Alignment(List<Place> places, ErrorCounts counts) {
    /** How the two sequences differ in one place. */
    public enum Edit {
        HIT,
        SUBSTITUTION,
        DELETION,
        INSERTION
    }

    /**
     * One place.
     *
     * @param edit how they differ
     * @param reference place of the word in the reference, from 0; −1 for an insertion
     * @param hypothesis place of the word in the hypothesis, from 0; −1 for a deletion
     */
    public record Place(Edit edit, int reference, int hypothesis) {
        public Place {
            Objects.requireNonNull(edit, "edit");
        }
    }

    public Alignment {
        places = List.copyOf(places);
        Objects.requireNonNull(counts, "counts");
    }

    /** Numbers the places of edits in order. */
    static Alignment of(List<Edit> edits) {
        List<Place> places = new ArrayList<>(edits.size());
        long[] counts = new long[Edit.values().length];
        int reference = 0;
        int hypothesis = 0;
        for (Edit edit : edits) {
            counts[edit.ordinal()]++;
            places.add(new Place(
                    edit, edit == Edit.INSERTION ? -1 : reference++, edit == Edit.DELETION ? -1 : hypothesis++));
        }
        return new Alignment(places, new ErrorCounts(counts[0], counts[1], counts[2], counts[3]));
    }

    /** What the differences cost together. */
    public long cost(EditCosts costs) {
        return counts.substitutions() * costs.substitution()
                + counts.deletions() * costs.deletion()
                + counts.insertions() * costs.insertion();
    }
}
