package io.callscope.analytics.llm;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import java.util.Objects;

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

    public HybridJudge(CallClassifier rules, LlmClassifier llm, Codebook codebook, LlmTaskSettings settings) {
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
            return together(byRules, llm.hear(call));
        } catch (LlmFailedException none) {
            return alone.without(new Judgement.Unanswered(none.failure(), String.valueOf(none.getMessage())));
        }
    }

    @Override
    public List<Question> questions(CallTranscribed call) {
        Classification byRules = rules.classify(call.metadata(), call.transcript());
        return isAsked(byRules, call) ? llm.questions(call) : List.of();
    }

    private boolean isAsked(Classification byRules, CallTranscribed call) {
        return byRules.verdict() == Verdict.JUDGED
                && llm.languages().contains(call.transcript().language());
    }

    private Judgement together(Classification byRules, ModelHeard byModel) {
        Hybrid.Combined combined = hybrid.of(byRules, byModel);
        ModelReport report = new ModelReport(
                llm.modelId(),
                llm.parameters(),
                llm.promptHash(),
                byModel.windows(),
                byModel.summary().summary(),
                byModel.summary().nextStep(),
                byModel.claimed(),
                byModel.located(),
                combined.disagreements());
        String version = String.join("/", VERSION, rules.version(), llm.version());
        return new Judgement(combined.heard(), KIND, version, report, null);
    }
}
