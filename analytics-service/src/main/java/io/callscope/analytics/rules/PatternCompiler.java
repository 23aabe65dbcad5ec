package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Binds the patterns of a lexicon to a vocabulary. Used on one thread. */
final class PatternCompiler {
    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final Commonness commonness;

    /** @param commonness of the words in speech */
    PatternCompiler(Lexicon lexicon, Vocabulary vocabulary, Commonness commonness) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.commonness = commonness;
    }

    CompiledPattern compile(String target, Pattern pattern, Party party) {
        BitSet firstWords = new BitSet();
        firstWords(pattern.body().elements(), 0, firstWords);
        List<BitSet> required = new ArrayList<>();
        require(pattern.body(), required);
        required.add(firstWords);
        required.sort(Comparator.comparingDouble(commonness::of));
        int[] sets = required.stream()
                .mapToInt(words -> vocabulary.setOf(words).number())
                .distinct()
                .toArray();
        Element.Sequence reply = pattern.reply();
        return new CompiledPattern(
                target,
                pattern,
                node(pattern.body(), Node.END),
                party,
                vocabulary.setOf(firstWords).number(),
                sets[0],
                Arrays.copyOfRange(sets, 1, sets.length),
                reply == null ? null : node(reply, Node.END));
    }

    private Node node(Element element, Node next) {
        if (element instanceof Element.Word word) {
            return new Node.OneWord(vocabulary.setOf(vocabulary.numbersOf(word)), next);
        } else if (element instanceof Element.Group group) {
            return node(groupOf(group), next);
        } else if (element instanceof Element.Sequence sequence) {
            Node head = next;
            for (int i = sequence.elements().size() - 1; i >= 0; i--) {
                head = node(sequence.elements().get(i), head);
            }
            return head;
        } else if (element instanceof Element.Choice choice) {
            return either(choice, next);
        } else if (element instanceof Element.Maybe maybe) {
            return firstOf(List.of(node(maybe.element(), next), next));
        } else if (element instanceof Element.Gap gap) {
            return new Node.Words(gap.max(), gap.overNegation(), next);
        } else if (element instanceof Element.Together together) {
            List<Node> parts =
                    together.parts().stream().map(part -> node(part, Node.END)).toList();
            return new Node.AllWithin(parts, together.size(), next);
        }
        throw new IllegalStateException("unknown element " + element);
    }

    /** Single words of a choice become one set, which is much faster than trying them in turn. */
    private Node either(Element.Choice choice, Node next) {
        BitSet single = new BitSet();
        List<Node> heads = new ArrayList<>();
        flatten(choice, single, heads, next);
        if (!single.isEmpty()) {
            heads.add(new Node.OneWord(vocabulary.setOf(single), next));
        }
        return heads.size() == 1 ? heads.get(0) : firstOf(heads);
    }

    private Node firstOf(List<Node> heads) {
        BitSet starts = Node.startsOf(heads);
        return new Node.Either(heads, starts == null ? null : vocabulary.setOf(starts));
    }

    private void flatten(Element.Choice choice, BitSet single, List<Node> heads, Node next) {
        for (Element.Sequence option : choice.options()) {
            Element only = option.elements().size() == 1 ? option.elements().get(0) : option;
            Element element = only instanceof Element.Group group ? groupOf(group) : only;
            if (element instanceof Element.Word word) {
                single.or(vocabulary.numbersOf(word));
            } else if (element instanceof Element.Choice inner) {
                flatten(inner, single, heads, next);
            } else {
                heads.add(node(element, next));
            }
        }
    }

    private void require(Element element, List<BitSet> required) {
        if (element instanceof Element.Word word) {
            required.add(vocabulary.numbersOf(word));
        } else if (element instanceof Element.Group group) {
            require(groupOf(group), required);
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(part -> require(part, required));
        } else if (element instanceof Element.Together together) {
            together.parts().forEach(part -> require(part, required));
        } else if (element instanceof Element.Choice choice) {
            BitSet any = new BitSet();
            for (Element.Sequence option : choice.options()) {
                List<BitSet> ofOption = new ArrayList<>();
                require(option, ofOption);
                if (ofOption.isEmpty()) {
                    return;
                }
                any.or(Collections.min(ofOption, Comparator.comparingDouble(commonness::of)));
            }
            required.add(any);
        }
    }

    /** Collects what a match may begin with; gives back whether the elements may match without any word. */
    private boolean firstWords(List<Element> elements, int from, BitSet first) {
        for (int i = from; i < elements.size(); i++) {
            if (!firstWord(elements.get(i), first)) {
                return false;
            }
        }
        return true;
    }

    private boolean firstWord(Element element, BitSet first) {
        if (element instanceof Element.Word word) {
            first.or(vocabulary.numbersOf(word));
            return false;
        } else if (element instanceof Element.Group group) {
            return firstWord(groupOf(group), first);
        } else if (element instanceof Element.Sequence sequence) {
            return firstWords(sequence.elements(), 0, first);
        } else if (element instanceof Element.Choice choice) {
            boolean empty = false;
            for (Element.Sequence option : choice.options()) {
                empty |= firstWord(option, first);
            }
            return empty;
        } else if (element instanceof Element.Together together) {
            together.parts().forEach(part -> firstWord(part, first));
            return false;
        } else if (element instanceof Element.Maybe maybe) {
            firstWord(maybe.element(), first);
            return true;
        }
        return true;
    }

    private Element groupOf(Element.Group group) {
        Element words = lexicon.groups().get(group.name());
        if (words == null) {
            throw new IllegalArgumentException("%s: no word list $%s".formatted(lexicon.language(), group.name()));
        }
        return words;
    }
}
