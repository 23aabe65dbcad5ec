package io.callscope.analytics.scorecard;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.rules.Match;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.talk.TalkMetrics;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What criteria are judged by.
 *
 * @param metadata what the source says of the call
 * @param durationMs its length
 * @param heard what the words mean
 * @param talk how people talk; null when that was not measured
 * @param targets names of all patterns of the call's language
 * @param found matches of the scorecard's own patterns, in order
 */
record ScorecardBasis(
        CallMetadata metadata,
        long durationMs,
        Classification heard,
        @Nullable TalkMetrics talk,
        Set<String> targets,
        List<Match> found) {
    boolean knowsLanguage(String target) {
        return targets.contains(target);
    }

    List<Match> matches(String target) {
        return found.stream().filter(match -> match.target().equals(target)).toList();
    }
}
