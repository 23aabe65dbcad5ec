package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.rules.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thought of the customer makes one mark of one force: decides which code keeps words that several claim. Immutable.
 *
 * <p>First a code yields to those its definition names when they are heard in the same passage (the deciding table of
 * the codebook); then words that two codes share go to the higher priority, the longer match, the earlier one.
 */
final class Thoughts {
    private final Codebook codebook;

    Thoughts(Codebook codebook) {
        this.codebook = codebook;
    }

    /** What remains, by code, in order of time. */
    Map<String, List<Match>> decide(List<Match> all) {
        List<Match> ofCodes = all.stream()
                .filter(match -> codebook.code(match.target()).isPresent())
                .toList();
        List<Match> claims = yielded(sureEnough(ofCodes));
        claims.sort(Comparator.comparingInt((Match match) -> -definition(match).priority())
                .thenComparingInt(match -> -match.words())
                .thenComparingLong(Match::startMs)
                .thenComparing(Match::target));
        List<Match> kept = new ArrayList<>();
        for (Match claim : claims) {
            boolean taken =
                    kept.stream().anyMatch(other -> !other.target().equals(claim.target()) && other.overlaps(claim));
            if (!taken) {
                kept.add(claim);
            }
        }
        kept.sort(Comparator.comparingLong(Match::startMs).thenComparing(Match::target));
        Map<String, List<Match>> byCode = new LinkedHashMap<>();
        kept.forEach(match ->
                byCode.computeIfAbsent(match.target(), any -> new ArrayList<>()).add(match));
        return byCode;
    }

    /** A code that is too weak for a mark takes no words from others. */
    private static List<Match> sureEnough(List<Match> matches) {
        Map<String, List<Match>> byCode = matches.stream().collect(Collectors.groupingBy(Match::target));
        return matches.stream()
                .filter(match ->
                        Confidence.together(byCode.getOrDefault(match.target(), List.of())) >= Confidence.LEAST)
                .toList();
    }

    private List<Match> yielded(List<Match> matches) {
        Set<String> heard = new HashSet<>();
        matches.forEach(match -> heard.add(match.passage() + " " + match.target()));
        List<Match> claims = new ArrayList<>();
        for (Match match : matches) {
            boolean yields = definition(match).yieldsTo().stream()
                    .anyMatch(code -> heard.contains(match.passage() + " " + code));
            if (!yields) {
                claims.add(match);
            }
        }
        return claims;
    }

    private CodeDefinition definition(Match match) {
        return codebook.code(match.target()).orElseThrow();
    }
}
