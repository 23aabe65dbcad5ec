package io.callscope.analytics.classify;

import io.callscope.analytics.rules.CallText;
import io.callscope.analytics.rules.Match;
import io.callscope.model.analysis.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the patterns found in one call, by target. Immutable. */
final class Findings {
    private static final int MAX_EVIDENCE = 6;

    private final CallText call;
    private final List<Match> all;
    private final Map<String, List<Match>> byTarget = new LinkedHashMap<>();

    Findings(CallText call, List<Match> all) {
        this.call = call;
        this.all = List.copyOf(all);
        for (Match match : all) {
            byTarget.computeIfAbsent(match.target(), any -> new ArrayList<>()).add(match);
        }
    }

    CallText call() {
        return call;
    }

    List<Match> all() {
        return all;
    }

    List<Match> of(String target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** The evidence of matches, longest first where they share words, in order of time, at most six. */
    static List<Evidence> evidenceOf(Collection<Match> matches) {
        List<Match> kept = new ArrayList<>();
        matches.stream()
                .sorted((a, b) -> Integer.compare(b.words(), a.words()))
                .filter(match -> kept.stream().noneMatch(match::overlaps))
                .forEach(kept::add);
        return kept.stream()
                .flatMap(match -> match.evidence().stream())
                .sorted(java.util.Comparator.comparingLong(Evidence::startMs).thenComparingInt(Evidence::utteranceId))
                .limit(MAX_EVIDENCE)
                .toList();
    }
}
