package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Binds the patterns of a lexicon to a vocabulary. Used on one thread. */
final class PatternCompiler {
    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final Map<Integer, Double> commonness = new HashMap<>();

    PatternCompiler(Lexicon lexicon, Vocabulary vocabulary) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
    }

    CompiledPattern compile(String target, Pattern pattern, Party party) {
        List<BitSet> required = new ArrayList<>();
        require(pattern.body(), required);
        BitSet firstWords = new BitSet();
        firstWords(pattern.body().elements(), 0, firstWords);
        BitSet anchor = rarest(required, firstWords);
        Element.Sequence reply = pattern.reply();
        return new CompiledPattern(
                target,
                pattern,
                node(pattern.body(), Node.END),
                party,
                new WordNumbers(firstWords),
                alsoRequired(required, anchor),
                anchor,
                reply == null ? null : node(reply, Node.END));
    }

    private BitSet rarest(List<BitSet> required, BitSet otherwise) {
        BitSet rarest = otherwise;
        double least = Double.MAX_VALUE;
        for (BitSet words : required) {
            double cost = commonness(words);
            if (cost < least) {
                least = cost;
                rarest = words;
            }
        }
        return rarest;
    }

    private double commonness(BitSet words) {
        return words.stream().mapToDouble(n -> commonness.getOrDefault(n, 1.0)).sum();
    }

    /** The rarest first, so that most patterns are given up at once. */
    private List<WordNumbers> alsoRequired(List<BitSet> required, BitSet anchor) {
        return required.stream()
                .filter(words -> !words.equals(anchor))
                .sorted(Comparator.comparingDouble(this::commonness))
                .map(WordNumbers::new)
                .toList();
    }

    private Node node(Element element, Node next) {
        if (element instanceof Element.Word word) {
            return new Node.OneWord(numbers(word), next);
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
            return new Node.Either(List.of(node(maybe.element(), next), next));
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
            heads.add(new Node.OneWord(single, next));
        }
        return heads.size() == 1 ? heads.get(0) : new Node.Either(heads);
    }

    private void flatten(Element.Choice choice, BitSet single, List<Node> heads, Node next) {
        for (Element.Sequence option : choice.options()) {
            Element only = option.elements().size() == 1 ? option.elements().get(0) : option;
            Element element = only instanceof Element.Group group ? groupOf(group) : only;
            if (element instanceof Element.Word word) {
                single.or(numbers(word));
            } else if (element instanceof Element.Choice inner) {
                flatten(inner, single, heads, next);
            } else {
                heads.add(node(element, next));
            }
        }
    }

    private void require(Element element, List<BitSet> required) {
        if (element instanceof Element.Word word) {
            required.add(numbers(word));
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
                any.or(rarest(ofOption, ofOption.get(0)));
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
            first.or(numbers(word));
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

    private BitSet numbers(Element.Word word) {
        BitSet numbers = vocabulary.numbersOf(word);
        // short words are the common ones in both languages; a better guess would need counts of real speech
        double common = word.text().length() <= 2 ? 20 : word.text().length() <= 3 ? 8 : 1;
        numbers.stream().forEach(n -> commonness.merge(n, common, Math::max));
        return numbers;
    }

    private Element groupOf(Element.Group group) {
        Element words = lexicon.groups().get(group.name());
        if (words == null) {
            throw new IllegalArgumentException("%s: no word list $%s".formatted(lexicon.language(), group.name()));
        }
        return words;
    }
}
