package io.callscope.analytics.scorecard;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.rules.Match;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.talk.TalkMetrics;
import java.util.List;
import java.util.Map;
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
 * @param language of the call
 * @param replies of a language model by the question's key; empty when none has answered
 * @param found matches of the scorecard's own patterns, in order
 */
record ScorecardBasis(
        CallMetadata metadata,
        long durationMs,
        Classification heard,
        @Nullable TalkMetrics talk,
        Set<String> targets,
        String language,
        Map<String, CriterionReply> replies,
        List<Match> found) {
    boolean knowsLanguage(String target) {
        return targets.contains(target);
    }

    /** What a language model says to a question. */
    Finding replyTo(LocalText question) {
        CriterionReply reply = replies.get(CriterionQuestion.keyOf(question.in(language)));
        if (reply == null) {
            return Finding.unscored(Unscored.NO_MODEL);
        }
        return switch (reply.answer()) {
            case CriterionReply.YES -> Finding.met(reply.evidence());
            case CriterionReply.NO -> Finding.notMet(reply.evidence());
            case CriterionReply.NOT_PROVEN -> Finding.unscored(Unscored.NOT_PROVEN);
            default -> Finding.unscored(Unscored.UNCLEAR);
        };
    }

    /** Whether it says that a question does not concern the call. */
    boolean isNotApplicable(LocalText question) {
        CriterionReply reply = replies.get(CriterionQuestion.keyOf(question.in(language)));
        return reply != null && reply.answer().equals(CriterionReply.NOT_APPLICABLE);
    }

    List<Match> matches(String target) {
        return found.stream().filter(match -> match.target().equals(target)).toList();
    }
}
