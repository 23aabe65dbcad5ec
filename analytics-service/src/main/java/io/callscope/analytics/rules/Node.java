package io.callscope.analytics.rules;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a compiled pattern that knows what follows it. Immutable. */
abstract class Node {
    static final int NO_MATCH = -1;
    static final Node END = new Node() {
        @Override
        int match(Passage passage, int place) {
            return place;
        }
    };

    /** What it may begin with; null when it may match without any word, so that nothing can be told. */
    @Nullable
    BitSet starts() {
        return null;
    }

    /** Whether it may match at a place, told cheaply; a filler there says nothing. */
    boolean mayStartAt(Passage passage, int place) {
        BitSet starts = starts();
        if (starts == null || place >= passage.size()) {
            return true;
        }
        Token token = passage.token(place);
        return token.filler() || token.numbers().anyIn(starts);
    }

    /** Matches from a place to the end of the pattern; the place after the last word, or {@link #NO_MATCH}. */
    abstract int match(Passage passage, int place);

    private static @Nullable BitSet union(List<Node> nodes) {
        BitSet union = new BitSet();
        for (Node node : nodes) {
            BitSet starts = node.starts();
            if (starts == null) {
                return null;
            }
            union.or(starts);
        }
        return union;
    }

    /** One word; fillers before it do not count. */
    static final class OneWord extends Node {
        private final BitSet numbers;
        private final Node next;

        OneWord(BitSet numbers, Node next) {
            this.numbers = numbers;
            this.next = next;
        }

        @Override
        BitSet starts() {
            return numbers;
        }

        @Override
        int match(Passage passage, int place) {
            for (int i = place; i < passage.size(); i++) {
                Token token = passage.token(i);
                if (token.numbers().anyIn(numbers)) {
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
        private final List<Node> heads;
        private final @Nullable BitSet starts;

        Either(List<Node> heads) {
            this.heads = List.copyOf(heads);
            this.starts = union(heads);
        }

        @Override
        @Nullable
        BitSet starts() {
            return starts;
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
        private final List<Node> parts;
        private final int size;
        private final Node next;

        AllWithin(List<Node> parts, int size, Node next) {
            this.parts = List.copyOf(parts);
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
