package io.callscope.analytics.web.page;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.web.page.EvidenceText.Highlight;
import io.callscope.analytics.web.page.EvidenceText.Piece;
import io.callscope.analytics.web.page.EvidenceText.Span;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Signal;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param detail everything about it
 * @param rows its utterances with what was heard in them
 */
public record CallView(View view, CallDetail detail, List<Row> rows) {
    /**
     * One utterance.
     *
     * @param pieces its text, cut at the borders of words and evidence
     * @param heard what stands on words of it
     */
    public record Row(Utterance utterance, List<Piece> pieces, List<Heard> heard) {}

    /**
     * Something heard, beside the words that it stands on.
     *
     * @param mark the barrier or driver; null when it is something else
     * @param signal the signal; null likewise
     * @param flag the flag; null likewise
     * @param repeat whether it is the customer's word that he calls again
     * @param quote the first words that it stands on; empty when it stands on something not said
     * @param startMs when they were said; null likewise
     */
    public record Heard(
            @Nullable Mark mark,
            @Nullable Signal signal,
            @Nullable Flag flag,
            boolean repeat,
            List<Evidence> evidence,
            String quote,
            @Nullable Long startMs) {
        Highlight highlight() {
            if (mark != null) {
                return mark.polarity() == Polarity.BARRIER ? Highlight.BARRIER : Highlight.DRIVER;
            }
            if (signal != null) {
                return Highlight.SIGNAL;
            }
            return flag != null ? Highlight.FLAG : Highlight.REPEAT;
        }
    }

    static CallView of(View view, CallDetail detail) {
        List<Utterance> utterances = utterances(detail);
        List<Heard> heard = heard(detail, utterances);
        List<Row> rows = new ArrayList<>();
        for (Utterance utterance : utterances) {
            List<Heard> here = heard.stream()
                    .filter(one ->
                            !one.evidence().isEmpty() && one.evidence().get(0).utteranceId() == utterance.id())
                    .toList();
            rows.add(new Row(utterance, EvidenceText.pieces(utterance, spans(heard, utterance)), here));
        }
        return new CallView(view, detail, List.copyOf(rows));
    }

    private static List<Utterance> utterances(CallDetail detail) {
        return detail.transcript() == null
                ? List.of()
                : detail.transcript().transcript().utterances();
    }

    private static List<Span> spans(List<Heard> heard, Utterance utterance) {
        List<Span> spans = new ArrayList<>();
        for (Heard one : heard) {
            for (Evidence evidence : one.evidence()) {
                if (evidence.utteranceId() == utterance.id()) {
                    spans.add(
                            Span.of(evidence, one.highlight(), utterance.text().length()));
                }
            }
        }
        return spans;
    }

    private static List<Heard> heard(CallDetail detail, List<Utterance> utterances) {
        CallAnalysis analysis = analysis(detail);
        if (analysis == null) {
            return List.of();
        }
        List<Heard> heard = new ArrayList<>();
        analysis.flags().forEach(flag -> heard.add(heard(null, null, flag, flag.evidence(), utterances)));
        analysis.marks().forEach(mark -> heard.add(heard(mark, null, null, mark.evidence(), utterances)));
        analysis.signals().forEach(signal -> heard.add(heard(null, signal, null, signal.evidence(), utterances)));
        if (!analysis.repeat().evidence().isEmpty()) {
            heard.add(heard(null, null, null, analysis.repeat().evidence(), utterances));
        }
        return heard;
    }

    private static Heard heard(
            @Nullable Mark mark,
            @Nullable Signal signal,
            @Nullable Flag flag,
            List<Evidence> evidence,
            List<Utterance> utterances) {
        boolean repeat = mark == null && signal == null && flag == null;
        if (evidence.isEmpty()) {
            return new Heard(mark, signal, flag, repeat, evidence, "", null);
        }
        Evidence first = evidence.get(0);
        String text = first.utteranceId() < utterances.size()
                ? utterances.get(first.utteranceId()).text()
                : "";
        return new Heard(mark, signal, flag, repeat, evidence, first.quoteFrom(text), first.startMs());
    }

    private static @Nullable CallAnalysis analysis(CallDetail detail) {
        return detail.analysis() == null ? null : detail.analysis().analysis();
    }

    public @Nullable CallAnalysis analysis() {
        return analysis(detail);
    }

    public CallEntry entry() {
        return detail.entry();
    }

    public @Nullable CallMetadata metadata() {
        return detail.entry().metadata();
    }

    /** Why to look at the call, most urgent first. */
    public List<Heard> flags() {
        return heard(detail, utterances(detail)).stream()
                .filter(one -> one.flag() != null)
                .toList();
    }

    /** Barriers and drivers in order of their first words. */
    public List<Heard> marks() {
        return heard(detail, utterances(detail)).stream()
                .filter(one -> one.mark() != null)
                .toList();
    }

    public List<Heard> signals() {
        return heard(detail, utterances(detail)).stream()
                .filter(one -> one.signal() != null)
                .toList();
    }

    public boolean hasAudio() {
        return detail.entry().audio() != null;
    }

    public boolean hasFailed() {
        return detail.entry().state() == CallState.FAILED;
    }

    public String audioAddress() {
        return "/api/calls/" + detail.entry().callId().value() + "/audio";
    }
}
