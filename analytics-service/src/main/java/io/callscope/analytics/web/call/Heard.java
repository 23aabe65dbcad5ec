package io.callscope.analytics.web.call;

import io.callscope.analytics.web.call.EvidenceText.Highlight;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Signal;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the machine heard, with the words that it stands on. */
public sealed interface Heard {
    Said said();

    /**
     * Where it was said.
     *
     * @param evidence the words; empty when it stands on something not said
     * @param quote the first of them; empty likewise
     */
    record Said(List<Evidence> evidence, String quote) {
        public Said {
            evidence = List.copyOf(evidence);
        }

        /** When the first words were said; null when it stands on something not said. */
        public @Nullable Long startMs() {
            return evidence.isEmpty() ? null : evidence.get(0).startMs();
        }

        /** Whether the first words are in this utterance. */
        boolean beginsIn(Utterance utterance) {
            return !evidence.isEmpty() && evidence.get(0).utteranceId() == utterance.id();
        }

        static Said of(List<Evidence> evidence, List<Utterance> utterances) {
            if (evidence.isEmpty() || evidence.get(0).utteranceId() >= utterances.size()) {
                return new Said(evidence, "");
            }
            Evidence first = evidence.get(0);
            return new Said(
                    evidence,
                    first.quoteFrom(utterances.get(first.utteranceId()).text()));
        }
    }

    /** A barrier or driver. */
    record OfMark(Mark mark, Said said) implements Heard {}

    record OfSignal(Signal signal, Said said) implements Heard {}

    /** Why to look at the call. */
    record OfFlag(Flag flag, Said said) implements Heard {}

    /** The customer says that he calls again. */
    record OfRepeat(RepeatContact repeat, Said said) implements Heard {}

    /** How its words look in the text. */
    default Highlight highlight() {
        if (this instanceof OfMark one) {
            return one.mark().polarity() == Polarity.BARRIER ? Highlight.BARRIER : Highlight.DRIVER;
        }
        if (this instanceof OfSignal) {
            return Highlight.SIGNAL;
        }
        return this instanceof OfFlag ? Highlight.FLAG : Highlight.REPEAT;
    }

    /** All that an analysis heard: flags, marks, signals, repeat contact. */
    static List<Heard> in(CallAnalysis analysis, List<Utterance> utterances) {
        List<Heard> heard = new ArrayList<>();
        analysis.flags().forEach(flag -> heard.add(new OfFlag(flag, Said.of(flag.evidence(), utterances))));
        analysis.marks().forEach(mark -> heard.add(new OfMark(mark, Said.of(mark.evidence(), utterances))));
        analysis.signals().forEach(signal -> heard.add(new OfSignal(signal, Said.of(signal.evidence(), utterances))));
        if (!analysis.repeat().evidence().isEmpty()) {
            heard.add(new OfRepeat(analysis.repeat(), Said.of(analysis.repeat().evidence(), utterances)));
        }
        return heard;
    }
}
