package io.callscope.analytics.pipeline;

import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallIntake;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Keeps what it is given and merges nothing: what becomes of a call's row is the repository's own test. */
final class CollectedCalls implements CallIntake {
    final List<CallRecorded> recorded = new ArrayList<>();
    final List<CallAnalyzed> analyzed = new ArrayList<>();
    final List<CallFailure> failed = new ArrayList<>();

    /** What is answered one after the other to who asks for the newest. */
    final Queue<PartyCorrection> corrections = new ArrayDeque<>();

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
    public Optional<PartyCorrection> correction(CallId callId) {
        return Optional.ofNullable(corrections.poll());
    }

    /** Refuses until the correction is the last one that there is. */
    @Override
    public boolean analyzed(CallTranscribed transcribed, CallAnalyzed event, int correction) {
        if (corrections.isEmpty()) {
            analyzed.add(event);
        }
        return corrections.isEmpty();
    }

    @Override
    public void failed(CallFailure failure) {
        failed.add(failure);
    }
}
