package io.callscope.analytics.scorecard;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.rules.PatternMatcher;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.ModelCriteria;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a good call of a kind must hold, as a site says it. Immutable, thread-safe. */
public final class Scorecard {
    private final String id;
    private final LocalText name;
    private final Scope scope;
    private final Map<String, LocalText> sections;
    private final List<Criterion> criteria;
    private final Map<String, PatternMatcher> matchers;
    private final Map<String, Set<String>> targets;
    private final String version;

    Scorecard(ScorecardParts parts, Map<String, PatternMatcher> matchers, String version) {
        this.id = parts.id();
        this.name = parts.name();
        this.scope = parts.scope();
        this.sections = parts.sections();
        this.criteria = parts.criteria();
        this.targets = parts.targets();
        this.matchers = Map.copyOf(matchers);
        this.version = version;
    }

    public String id() {
        return id;
    }

    public LocalText name() {
        return name;
    }

    /** Names of the sections by id, in their order. */
    public Map<String, LocalText> sections() {
        return sections;
    }

    /** All criteria in their order. */
    public List<Criterion> criteria() {
        return criteria;
    }

    /** SHA-256 in hex over its file and the codebook: another one, and its figures start anew. */
    public String version() {
        return version;
    }

    /** Whether it is for a call. */
    public boolean isFor(CallMetadata metadata, Transcript transcript) {
        return scope.holds(metadata, durationMs(transcript));
    }

    /** Questions it has for a language model, each once, in a language. */
    public List<CriterionQuestion> questions(String language) {
        return criteria.stream()
                .flatMap(Criterion::questions)
                .map(text -> CriterionQuestion.of(text.in(language)))
                .distinct()
                .toList();
    }

    /** Whether any criterion takes a language model. */
    public boolean asksModel() {
        return criteria.stream().flatMap(Criterion::questions).findAny().isPresent();
    }

    /** What the machine says of a call, without a language model: what takes one is unscored. */
    public CallScore score(
            CallMetadata metadata, Transcript transcript, Classification heard, @Nullable TalkMetrics talk) {
        return score(metadata, transcript, heard, talk, null);
    }

    /** @param criteriaAnswers what a language model says to its questions; null when none has answered */
    public CallScore score(
            CallMetadata metadata,
            Transcript transcript,
            Classification heard,
            @Nullable TalkMetrics talk,
            @Nullable ModelCriteria criteriaAnswers) {
        PatternMatcher matcher = matchers.get(transcript.language());
        ScorecardBasis basis = new ScorecardBasis(
                metadata,
                durationMs(transcript),
                heard,
                talk,
                targets.getOrDefault(transcript.language(), Set.of()),
                transcript.language(),
                replies(criteriaAnswers),
                matcher == null ? List.of() : matcher.match(matcher.read(transcript)));
        return new CallScore(
                id,
                version,
                criteria.stream().map(criterion -> criterion.of(basis)).toList());
    }

    /** What a person says of a call, by criterion; what he says nothing of is unscored. */
    public CallScore ofPeople(Map<String, Answer> answers) {
        return new CallScore(
                id,
                version,
                criteria.stream()
                        .map(criterion -> {
                            Answer answer = answers.getOrDefault(criterion.id(), Answer.UNSCORED);
                            return new CriterionResult(
                                    criterion,
                                    answer,
                                    answer == Answer.UNSCORED ? Unscored.UNCLEAR : null,
                                    List.of(),
                                    null);
                        })
                        .toList());
    }

    private static Map<String, CriterionReply> replies(@Nullable ModelCriteria answers) {
        return answers == null
                ? Map.of()
                : answers.replies().stream()
                        .collect(Collectors.toMap(CriterionReply::question, reply -> reply, (one, other) -> one));
    }

    /** Up to the end of the last words when the source gave no length. */
    private static long durationMs(Transcript transcript) {
        long spoken = transcript.utterances().stream()
                .mapToLong(Utterance::endMs)
                .max()
                .orElse(0);
        return Math.max(transcript.durationMs(), spoken);
    }
}
