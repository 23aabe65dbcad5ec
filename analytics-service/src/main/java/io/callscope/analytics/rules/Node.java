package io.callscope.analytics.rules;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a compiled pattern that knows what follows it. Immutable. */
abstract class Node {
    static final int NO_MATCH = -1;
    static final Node END = new Node(null) {
        @Override
        int match(Passage passage, int place) {
            return place;
        }
    };

    private static final int ANYTHING = -1;

    private final @Nullable WordSet starts;
    /** Number of that set, {@link #ANYTHING} without one: asked for at every word of a call. */
    private final int startsIn;

    /** @param starts what it may begin with; null when it may match without any word, so that nothing can be told */
    Node(@Nullable WordSet starts) {
        this.starts = starts;
        this.startsIn = starts == null ? ANYTHING : starts.number();
    }

    /** Whether it may match at a place, told cheaply; a filler there says nothing. */
    final boolean mayStartAt(Passage passage, int place) {
        if (startsIn == ANYTHING || place >= passage.size()) {
            return true;
        }
        Token token = passage.token(place);
        return token.isIn(startsIn) || token.filler();
    }

    /** What one of several may begin with; null when nothing can be told. */
    static @Nullable BitSet startsOf(List<Node> nodes) {
        BitSet union = new BitSet();
        for (Node node : nodes) {
            if (node.starts == null) {
                return null;
            }
            union.or(node.starts.words());
        }
        return union;
    }

    /** Matches from a place to the end of the pattern; the place after the last word, or {@link #NO_MATCH}. */
    abstract int match(Passage passage, int place);

    /** One word; fillers before it do not count. */
    static final class OneWord extends Node {
        private final int set;
        private final Node next;

        OneWord(WordSet words, Node next) {
            super(words);
            this.set = words.number();
            this.next = next;
        }

        @Override
        int match(Passage passage, int place) {
            for (int i = place; i < passage.size(); i++) {
                Token token = passage.token(i);
                if (token.isIn(set)) {
                    int end = next.match(passage, i + 1);
                    if (end != NO_MATCH) {
                        return end;
                    }
                }
                if (!token.filler()) {
                    return NO_MATCH;
                }
            }
            return NO_MATCH;
        }
    }

    /** Up to so many words of any kind, the fewest first. */
    static final class Words extends Node {
        private final int max;
        private final boolean overNegation;
        private final Node next;

        Words(int max, boolean overNegation, Node next) {
            super(null);
            this.max = max;
            this.overNegation = overNegation;
            this.next = next;
        }

        @Override
        int match(Passage passage, int place) {
            int skipped = 0;
            for (int i = place; i < passage.size(); i++) {
                int end = next.mayStartAt(passage, i) ? next.match(passage, i) : NO_MATCH;
                if (end != NO_MATCH) {
                    return end;
                }
                Token token = passage.token(i);
                boolean stop = token.sentenceStart() || token.negation() && !overNegation;
                if (stop || !token.filler() && ++skipped > max) {
                    return NO_MATCH;
                }
            }
            return next.match(passage, passage.size());
        }
    }

    /** The first of several that leads to a match. */
    static final class Either extends Node {
        private final Node[] heads;

        /** @param starts what one of them may begin with, see {@link #startsOf} */
        Either(List<Node> heads, @Nullable WordSet starts) {
            super(starts);
            this.heads = heads.toArray(new Node[0]);
        }

        @Override
        int match(Passage passage, int place) {
            for (Node head : heads) {
                int end = head.mayStartAt(passage, place) ? head.match(passage, place) : NO_MATCH;
                if (end != NO_MATCH) {
                    return end;
                }
            }
            return NO_MATCH;
        }
    }

    /** All of several within a window, in any order. */
    static final class AllWithin extends Node {
        private final Node[] parts;
        private final int size;
        private final Node next;

        AllWithin(List<Node> parts, int size, Node next) {
            super(null);
            this.parts = parts.toArray(new Node[0]);
            this.size = size;
            this.next = next;
        }

        @Override
        int match(Passage passage, int place) {
            boolean oneStartsHere = false;
            int last = Math.min(passage.size(), place + size);
            int furthest = place;
            for (Node part : parts) {
                int end = NO_MATCH;
                for (int i = place; i < last && end == NO_MATCH; i++) {
                    end = part.mayStartAt(passage, i) ? part.match(passage, i) : NO_MATCH;
                    oneStartsHere |= i == place && end != NO_MATCH;
                }
                if (end == NO_MATCH || end > last) {
                    return NO_MATCH;
                }
                furthest = Math.max(furthest, end);
            }
            return oneStartsHere ? next.match(passage, furthest) : NO_MATCH;
        }
    }
}
