package io.callscope.analytics.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and patterns of one language, as read and not yet bound to a lemmatizer. Immutable.
 *
 * @param language primary language subtag
 * @param fillers words that say nothing and may stand anywhere inside a match
 * @param negations words that turn what follows into its opposite
 * @param conditionals words that make what follows a supposition
 * @param harmlessAfterConditional words after which a conditional is only a manner of speaking ("if you like")
 * @param groups named word lists
 * @param patterns the patterns of each target: a code, a signal, a reason, and so on
 */
public record Lexicon(
        String language,
        Set<String> fillers,
        Set<String> negations,
        Set<String> conditionals,
        Set<String> harmlessAfterConditional,
        Map<String, Element> groups,
        Map<String, List<Pattern>> patterns) {
    /** Target of the exclusions that hold for every target. */
    public static final String EVERYTHING = "everything";

    public Lexicon {
        fillers = Set.copyOf(fillers);
        negations = Set.copyOf(negations);
        conditionals = Set.copyOf(conditionals);
        harmlessAfterConditional = Set.copyOf(harmlessAfterConditional);
        groups = Map.copyOf(groups);
        patterns = Map.copyOf(patterns);
    }

    /** The patterns of a target, none when it has none in this language. */
    public List<Pattern> patternsOf(String target) {
        return patterns.getOrDefault(target, List.of());
    }

    boolean isConditional(String form, String following) {
        return conditionals.contains(form) && !harmlessAfterConditional.contains(following);
    }
}
