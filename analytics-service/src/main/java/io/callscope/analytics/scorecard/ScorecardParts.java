package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.rules.Pattern;
import io.callscope.model.call.Party;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scorecard's file holds, its patterns not yet compiled.
 *
 * @param patterns by language and target
 * @param parties who says the words of a target
 */
record ScorecardParts(
        String id,
        LocalText name,
        Scope scope,
        Map<String, LocalText> sections,
        List<Criterion> criteria,
        Map<String, Map<String, List<Pattern>>> patterns,
        Map<String, Party> parties) {
    ScorecardParts {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        criteria = List.copyOf(criteria);
    }

    /** Names of the targets that have patterns, by language. */
    Map<String, Set<String>> targets() {
        return patterns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        language -> Set.copyOf(language.getValue().keySet())));
    }
}
