package io.callscope.analytics.parties;

import io.callscope.analytics.parties.PartyCorrection.Turn;
import io.callscope.analytics.talk.Spans;
import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies a correction to a transcript that comes in: the one that was corrected, again, or another of a later
 * recognition. Parties are exchanged only where the transcript says the opposite of what was confirmed for more of the
 * time than it says the same, so one that has it right by itself is left alone. Pure, stateless.
 */
public final class CorrectedParties {
    private CorrectedParties() {}

    /**
     * The event as it is to be analyzed.
     *
     * @param correction the call's newest; null when there is none
     */
    public static CallTranscribed of(CallTranscribed event, @Nullable PartyCorrection correction) {
        boolean corrects = correction != null && correction.swapped() && contradicts(event.transcript(), correction);
        return corrects ? swapped(event) : event;
    }

    /** The same call with agent and customer exchanged. */
    public static CallTranscribed swapped(CallTranscribed event) {
        Transcript transcript = event.transcript().withPartiesSwapped();
        return new CallTranscribed(
                event.callId(),
                event.metadata(),
                event.audio(),
                transcript,
                transcript.hash(),
                event.waveform(),
                event.levels(),
                event.playback(),
                event.transcribedAt(),
                event.processingMs());
    }

    private static boolean contradicts(Transcript transcript, PartyCorrection correction) {
        List<TalkSpan> agent = said(transcript, Party.AGENT);
        List<TalkSpan> customer = said(transcript, Party.CUSTOMER);
        List<TalkSpan> confirmedAgent = confirmed(correction, Party.AGENT);
        List<TalkSpan> confirmedCustomer = confirmed(correction, Party.CUSTOMER);
        long same = sharedMs(agent, confirmedAgent) + sharedMs(customer, confirmedCustomer);
        long opposite = sharedMs(agent, confirmedCustomer) + sharedMs(customer, confirmedAgent);
        return opposite > same;
    }

    private static long sharedMs(List<TalkSpan> one, List<TalkSpan> other) {
        return Spans.lengthMs(Spans.overlap(one, other));
    }

    private static List<TalkSpan> said(Transcript transcript, Party party) {
        return Spans.union(
                transcript.utterances().stream()
                        .filter(utterance -> utterance.party() == party)
                        .map(CorrectedParties::span)
                        .toList(),
                0);
    }

    private static TalkSpan span(Utterance utterance) {
        return new TalkSpan(utterance.startMs(), utterance.endMs());
    }

    private static List<TalkSpan> confirmed(PartyCorrection correction, Party party) {
        return Spans.union(
                correction.confirmed().stream()
                        .filter(turn -> turn.party() == party)
                        .map(Turn::when)
                        .toList(),
                0);
    }
}
