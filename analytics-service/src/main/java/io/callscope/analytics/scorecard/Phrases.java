package io.callscope.analytics.scorecard;

import io.callscope.model.call.Party;

/**
 * Words that somebody says somewhere in a call, by patterns in each language.
 *
 * @param target the name its patterns have in the matcher, unique in a scorecard
 * @param party who says them; UNKNOWN for either
 * @param firstSeconds only then; 0 for the whole call
 * @param lastSeconds only then; 0 for the whole call
 */
record Phrases(String target, Party party, int firstSeconds, int lastSeconds) {
    Finding in(ScorecardBasis call) {
        if (!call.knowsLanguage(target)) {
            return Finding.unscored(Unscored.LANGUAGE);
        }
        Searched where = where(call.durationMs());
        return call.matches(target).stream()
                .filter(match -> match.startMs() >= where.startMs() && match.startMs() <= where.endMs())
                .findFirst()
                .map(match -> Finding.met(match.evidence()))
                .orElse(Finding.notFound(where));
    }

    private Searched where(long durationMs) {
        long start = lastSeconds == 0 ? 0 : Math.max(durationMs - lastSeconds * 1_000L, 0);
        long end = firstSeconds == 0 ? durationMs : Math.min(firstSeconds * 1_000L, durationMs);
        return new Searched(start, Math.max(start, end));
    }
}
