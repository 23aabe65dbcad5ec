package io.callscope.analytics.pipeline;

import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallIntake;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given and merges nothing: what becomes of a call's row is the repository's own test. */
final class CollectedCalls implements CallIntake {
    final List<CallRecorded> recorded = new ArrayList<>();
    final List<CallAnalyzed> analyzed = new ArrayList<>();
    final List<CallFailure> failed = new ArrayList<>();

    @Override
    public void recorded(CallRecorded event) {
        recorded.add(event);
    }

    @Override
    public void transcribed(CallTranscribed event) {
        throw new AssertionError("a transcript is stored together with its analysis");
    }

    @Override
    public void analyzed(CallTranscribed transcribed, CallAnalyzed event) {
        analyzed.add(event);
    }

    @Override
    public void failed(CallFailure failure) {
        failed.add(failure);
    }
}
