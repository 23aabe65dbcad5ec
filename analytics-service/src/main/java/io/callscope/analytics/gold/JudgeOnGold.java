package io.callscope.analytics.gold;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.llm.CallJudge;
import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * A judge with a language model, put before labelled calls as a classifier; counts on the way what the model did. Not
 * thread-safe.
 */
public final class JudgeOnGold implements CallClassifier {
    private final CallJudge judge;
    private final Map<LlmFailure, Integer> unanswered = new EnumMap<>(LlmFailure.class);
    private int asked;
    private int answered;
    private int claimed;
    private int located;

    public JudgeOnGold(CallJudge judge) {
        this.judge = Objects.requireNonNull(judge, "judge");
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException when the thread was interrupted; it stays interrupted
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     */
    @Override
    public Classification classify(CallMetadata metadata, Transcript transcript) {
        asked++;
        CallTranscribed call = CallTranscribed.ofText(new CallId("gold-" + asked), metadata, transcript);
        try {
            Judgement judgement = judge.judge(call);
            note(judgement);
            return judgement.heard();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("abandoned");
        }
    }

    private void note(Judgement judgement) {
        ModelReport report = judgement.report();
        if (report != null) {
            answered++;
            claimed += report.claimed();
            located += report.located();
        }
        Judgement.Unanswered why = judgement.unanswered();
        if (why != null) {
            unanswered.merge(why.failure(), 1, Integer::sum);
        }
    }

    @Override
    public String kind() {
        return "judge";
    }

    @Override
    public String version() {
        return "gold";
    }

    /** Calls that the model had an answer about. */
    public int answered() {
        return answered;
    }

    /** Calls that it was asked about and had none, by reason. */
    public Map<LlmFailure, Integer> unanswered() {
        return Map.copyOf(unanswered);
    }

    /** Marks and repeats that it named words for. */
    public int claimed() {
        return claimed;
    }

    /** How many of these words were said. */
    public int located() {
        return located;
    }
}
