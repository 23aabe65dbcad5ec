package io.callscope.analytics.llm;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.criteria.CriteriaAsker;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules, and a language model beside them. A call in which there is nothing to judge costs no request, nor does one
 * in a language that there are no prompts for. A model without an answer leaves the rules' judgement and its reason.
 * Thread-safe.
 */
public final class HybridJudge implements AskingJudge {
    /** Kind of the classifier in each result's version. */
    public static final String KIND = "hybrid";

    private static final String VERSION = "1";

    private final CallClassifier rules;
    private final LlmClassifier llm;
    private final Hybrid hybrid;
    private final @Nullable CriteriaAsker criteria;

    public HybridJudge(CallClassifier rules, LlmClassifier llm, Codebook codebook, LlmTaskSettings settings) {
        this(rules, llm, codebook, settings, null);
    }

    /** @param criteria asks what scorecards want to know; null when nobody does */
    public HybridJudge(
            CallClassifier rules,
            LlmClassifier llm,
            Codebook codebook,
            LlmTaskSettings settings,
            @Nullable CriteriaAsker criteria) {
        this.criteria = criteria;
        this.rules = Objects.requireNonNull(rules, "rules");
        this.llm = Objects.requireNonNull(llm, "llm");
        this.hybrid = new Hybrid(codebook, settings.recallNet());
    }

    @Override
    public Judgement judge(CallTranscribed call) throws InterruptedException {
        Classification byRules = rules.classify(call.metadata(), call.transcript());
        Judgement alone = Judgement.by(rules, byRules);
        if (!isAsked(byRules, call)) {
            return alone;
        }
        try {
            ModelHeard heard = llm.hear(call);
            return together(
                    byRules, heard, criteria == null ? null : criteria.ask(call).orElse(null));
        } catch (LlmFailedException none) {
            return alone.without(new Judgement.Unanswered(none.failure(), String.valueOf(none.getMessage())));
        }
    }

    @Override
    public List<Question> questions(CallTranscribed call) {
        Classification byRules = rules.classify(call.metadata(), call.transcript());
        if (!isAsked(byRules, call)) {
            return List.of();
        }
        List<Question> questions = new ArrayList<>(llm.questions(call));
        if (criteria != null) {
            questions.addAll(criteria.questions(call));
        }
        return List.copyOf(questions);
    }

    private boolean isAsked(Classification byRules, CallTranscribed call) {
        return byRules.verdict() == Verdict.JUDGED
                && llm.languages().contains(call.transcript().language());
    }

    private Judgement together(Classification byRules, ModelHeard byModel, CriteriaAsker.@Nullable Asked asked) {
        Hybrid.Combined combined = hybrid.of(byRules, byModel);
        ModelReport report = new ModelReport(
                llm.modelId(),
                llm.parameters(),
                llm.promptHash(),
                byModel.windows(),
                byModel.summary().summary(),
                byModel.summary().nextStep(),
                byModel.claimed() + (asked == null ? 0 : asked.claimed()),
                byModel.located() + (asked == null ? 0 : asked.located()),
                combined.disagreements(),
                asked == null ? null : asked.criteria());
        String version = String.join("/", VERSION, rules.version(), llm.version());
        return new Judgement(combined.heard(), KIND, version, report, null);
    }
}
