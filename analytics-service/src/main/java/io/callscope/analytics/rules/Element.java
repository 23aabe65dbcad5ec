package io.callscope.analytics.rules;

import java.util.List;

/** A part of a pattern as written. All kinds are immutable. */
public sealed interface Element {
    /** A word that matches by its dictionary form, by its very form, or by its beginning. */
    record Word(String text, Kind kind) implements Element {
        /** How a word of a pattern is compared with a word of the transcript. */
        public enum Kind {
            LEMMA,
            EXACT,
            PREFIX
        }
    }

    /** A named word list, {@code $name}. */
    record Group(String name) implements Element {}

    /** One after the other, fillers between them not counting. */
    record Sequence(List<Element> elements) implements Element {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** Any one of them. */
    record Choice(List<Sequence> options) implements Element {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** May be there or not. */
    record Maybe(Element element) implements Element {}

    /**
     * Up to {@code max} words of any kind.
     *
     * @param overNegation false when a negation among them breaks the match
     */
    record Gap(int max, boolean overNegation) implements Element {}

    /** All parts in any order within {@code size} words. */
    record Together(List<Sequence> parts, int size) implements Element {
        public Together {
            parts = List.copyOf(parts);
        }
    }
}
