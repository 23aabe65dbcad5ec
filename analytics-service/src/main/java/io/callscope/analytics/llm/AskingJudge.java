package io.callscope.analytics.llm;

import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;

/** A judge that asks a language model, and can say beforehand what. Implementations are thread-safe. */
public interface AskingJudge extends CallJudge {
    /**
     * What would be asked about a call, without asking: none where there is nothing to judge. Not in it is what depends
     * on answers: one question more that joins the summaries of a call with several windows, and repairs.
     */
    List<Question> questions(CallTranscribed call);
}
