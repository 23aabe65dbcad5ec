package io.callscope.transcribe.bench;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.BitSet;

/**
 * How a transcript whose parties were told apart by voice differs from one whose parties have a channel each, in steps of
 * 10 ms over the times of the words. Nothing around the borders is left out.
 *
 * @param singleMs time in which by truth exactly one party speaks and the transcript has words of some party
 * @param rightMs of that, time in which it is this party
 * @param swappedMs of that, time in which it is the other party
 * @param truthMs speech of both parties by truth, together
 * @param missedMs speech for which the transcript has no words, or of too few parties
 * @param falseMs words where by truth fewer parties speak
 */
public record PartyError(long singleMs, long rightMs, long swappedMs, long truthMs, long missedMs, long falseMs) {
    private static final int STEP_MS = 10;

    /**
     * @param truth whose parties are beyond doubt
     * @param heard of the same call
     */
    public static PartyError of(Transcript truth, Transcript heard) {
        BitSet[] said = {speech(truth, Party.AGENT), speech(truth, Party.CUSTOMER)};
        BitSet[] found = {speech(heard, Party.AGENT), speech(heard, Party.CUSTOMER)};
        int steps =
                Math.max(Math.max(said[0].length(), said[1].length()), Math.max(found[0].length(), found[1].length()));
        long[] sum = new long[6];
        for (int i = 0; i < steps; i++) {
            int truthCount = count(said, i);
            int foundCount = count(found, i);
            if (truthCount == 1 && foundCount == 1) {
                sum[0]++;
                boolean same = said[0].get(i) == found[0].get(i);
                sum[1] += same ? 1 : 0;
                sum[2] += same ? 0 : 1;
            }
            sum[3] += truthCount;
            sum[4] += Math.max(0, truthCount - foundCount);
            sum[5] += Math.max(0, foundCount - truthCount);
        }
        return new PartyError(
                sum[0] * STEP_MS,
                sum[1] * STEP_MS,
                sum[2] * STEP_MS,
                sum[3] * STEP_MS,
                sum[4] * STEP_MS,
                sum[5] * STEP_MS);
    }

    private static BitSet speech(Transcript transcript, Party party) {
        BitSet speech = new BitSet();
        for (Utterance utterance : transcript.utterances()) {
            if (utterance.party() == party) {
                for (Word word : utterance.words()) {
                    speech.set(Math.toIntExact(word.startMs() / STEP_MS), Math.toIntExact(word.endMs() / STEP_MS));
                }
            }
        }
        return speech;
    }

    private static int count(BitSet[] parties, int step) {
        return (parties[0].get(step) ? 1 : 0) + (parties[1].get(step) ? 1 : 0);
    }

    /** Share of the time with the right party, whichever of the two is called the agent; 0 when none was found. */
    public double accuracy() {
        return singleMs == 0 ? 0 : Math.max(rightMs, swappedMs) / (double) singleMs;
    }

    /** Whether the agent is the agent. */
    public boolean rolesRight() {
        return rightMs > swappedMs;
    }

    /** Diarisation error rate: missed, false and confused time over all speech. */
    public double errorRate() {
        return truthMs == 0 ? 0 : (missedMs + falseMs + Math.min(rightMs, swappedMs)) / (double) truthMs;
    }
}
