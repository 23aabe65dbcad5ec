package io.callscope.analytics.web.call;

import io.callscope.analytics.comments.Comment;
import io.callscope.analytics.llm.budget.Costs.TaskCost;
import io.callscope.analytics.repeats.RepeatChains;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.call.EvidenceText.Piece;
import io.callscope.analytics.web.call.EvidenceText.Span;
import io.callscope.analytics.web.desk.DecisionView;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call, made once for a request.
 *
 * @param detail everything about it
 * @param heard all that the machine heard in it
 * @param rows its utterances with what was heard and said about them
 * @param timeline the call drawn over its length; null when there is nothing to draw
 * @param comments what people say about it
 * @param form the form for another comment
 * @param chain the contacts about the same issue, in order of time; empty when nobody came again
 * @param evaluations what the machine says of it by the site's scorecards
 * @param imported what people said of it elsewhere
 * @param decision what people decide about it
 * @param others the customer's other calls
 * @param retention how long its recording is kept
 * @param modelCost what a language model took for it; null when none was asked
 */
public record CallView(
        View view,
        CallDetail detail,
        List<Heard> heard,
        List<Row> rows,
        @Nullable Timeline timeline,
        List<Comment> comments,
        CommentForm form,
        List<RepeatChains.Member> chain,
        List<EvaluationView> evaluations,
        List<ImportedView> imported,
        DecisionView decision,
        List<OtherCall> others,
        Retention retention,
        @Nullable ModelCost modelCost) {
    private static final int SHOWN_OTHERS = 4;
    /** Below it about every third word is wrong, so the line asks to be heard. */
    private static final double UNSURE_TEXT = 0.6;

    private static final double UNSURE_PARTY = 0.7;
    private static final List<Double> SPEEDS = List.of(0.75, 1.0, 1.25, 1.5, 2.0);

    /**
     * One utterance.
     *
     * @param pieces its text, cut at the borders of words and evidence
     * @param heard what stands first on words of it
     * @param comments what people say about a second of it, or of the silence behind it
     */
    public record Row(Utterance utterance, List<Piece> pieces, List<Heard> heard, List<Comment> comments) {
        /** Whether recognition was not sure of the words. */
        public boolean isTextUnsure() {
            return utterance.confidence() != null && utterance.confidence() < UNSURE_TEXT;
        }

        /** Whether it is not sure who says this. */
        public boolean isPartyUnsure() {
            return utterance.partyConfidence() != null && utterance.partyConfidence() < UNSURE_PARTY;
        }
    }

    static CallView of(
            View view,
            CallDetail detail,
            List<Comment> comments,
            CommentForm form,
            List<RepeatChains.Member> chain,
            List<EvaluationView> evaluations,
            List<ImportedView> imported,
            DecisionView decision,
            List<TaskCost> costs,
            Site site) {
        List<Utterance> utterances = utterances(detail);
        CallAnalysis analysis = analysis(detail);
        List<Heard> heard = analysis == null ? List.of() : Heard.in(analysis, utterances);
        CallMetadata metadata = detail.entry().metadata();
        return new CallView(
                view,
                detail,
                heard,
                rows(utterances, heard, comments),
                TimelineDrawing.of(detail, heard, comments).orElse(null),
                comments,
                form,
                chain,
                evaluations,
                imported,
                decision,
                metadata == null ? List.of() : OtherCall.of(metadata, detail.sameCustomer(), site.zone()),
                Retention.of(detail.entry().recordedAt(), site.audioRetentionDays(), view.now()),
                ModelCost.of(view, costs));
    }

    /** The call without anything that the machine says of it, and without what anybody says: for a blind review. */
    public static CallView unmarked(View view, CallDetail detail, Site site) {
        CallDetail bare = new CallDetail(
                detail.entry().withoutAnalysis(),
                detail.transcript(),
                null,
                detail.waveform(),
                detail.correction(),
                List.of());
        return of(
                view,
                bare,
                List.of(),
                CommentForm.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                new DecisionView(view, detail.entry().callId(), null, List.of()),
                List.of(),
                site);
    }

    private static List<Row> rows(List<Utterance> utterances, List<Heard> heard, List<Comment> comments) {
        List<Row> rows = new ArrayList<>();
        for (Utterance utterance : utterances) {
            List<Heard> here =
                    heard.stream().filter(one -> one.said().beginsIn(utterance)).toList();
            List<Comment> about = comments.stream()
                    .filter(comment -> place(comment.atMs(), utterances) == utterance.id())
                    .toList();
            rows.add(new Row(utterance, EvidenceText.pieces(utterance, spans(heard, utterance)), here, about));
        }
        return rows;
    }

    private static List<Span> spans(List<Heard> heard, Utterance utterance) {
        List<Span> spans = new ArrayList<>();
        for (Heard one : heard) {
            for (Evidence evidence : one.said().evidence()) {
                if (evidence.utteranceId() == utterance.id()) {
                    spans.add(
                            Span.of(evidence, one.highlight(), utterance.text().length()));
                }
            }
        }
        return spans;
    }

    /** The utterance that was the last to begin by then; -1 when there is none, or no second was given. */
    private static int place(@Nullable Long atMs, List<Utterance> utterances) {
        if (atMs == null || utterances.isEmpty()) {
            return -1;
        }
        int low = 0;
        int high = utterances.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (utterances.get(middle).startMs() <= atMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    /** The row under which a comment on this second stands. */
    public Optional<Row> rowAt(@Nullable Long atMs) {
        int place = place(atMs, utterances(detail));
        return place < 0 ? Optional.empty() : Optional.of(rows.get(place));
    }

    private static List<Utterance> utterances(CallDetail detail) {
        return detail.transcript() == null
                ? List.of()
                : detail.transcript().transcript().utterances();
    }

    private static @Nullable CallAnalysis analysis(CallDetail detail) {
        return detail.analysis() == null ? null : detail.analysis().analysis();
    }

    public @Nullable CallAnalysis analysis() {
        return analysis(detail);
    }

    /** How people talk in it; null when that was not measured. */
    public @Nullable TalkMetrics talk() {
        CallAnalysis analysis = analysis(detail);
        return analysis == null ? null : analysis.talk();
    }

    /** What a language model adds; null when none was asked, or it had no answer. */
    public @Nullable ModelView model() {
        CallAnalysis analysis = analysis(detail);
        return analysis == null || analysis.llm() == null ? null : ModelView.of(view, analysis.llm());
    }

    /** How far the text is to be trusted; null when there is none. */
    public @Nullable Trust trust() {
        return detail.transcript() == null ? null : Trust.of(detail.transcript(), detail.correction());
    }

    /** Whether the user may exchange agent and customer. */
    public boolean maySwap() {
        Trust trust = trust();
        return view.may(Permission.WORK_QUEUE) && trust != null && trust.hasParties();
    }

    public CallEntry entry() {
        return detail.entry();
    }

    public @Nullable CallMetadata metadata() {
        return detail.entry().metadata();
    }

    /** Length of the call, milliseconds; null when it is not known yet. */
    public @Nullable Long durationMs() {
        return timeline == null ? detail.entry().durationMs() : Long.valueOf(timeline.durationMs());
    }

    /** Why to look at the call, most urgent first. */
    public List<Heard.OfFlag> flags() {
        return only(Heard.OfFlag.class);
    }

    /** Barriers and drivers in order of their first words. */
    public List<Heard.OfMark> marks() {
        return only(Heard.OfMark.class);
    }

    public List<Heard.OfSignal> signals() {
        return only(Heard.OfSignal.class);
    }

    private <T extends Heard> List<T> only(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The customer's other calls that are shown at once, newest first. */
    public List<OtherCall> nearestOthers() {
        return others.subList(0, Math.min(SHOWN_OTHERS, others.size()));
    }

    /** Those behind a click. */
    public List<OtherCall> furtherOthers() {
        return others.subList(nearestOthers().size(), others.size());
    }

    /** Whether there is a recording, as far as is known, and the user may hear it. */
    public boolean hasAudio() {
        return detail.entry().audio() != null && view.may(Permission.HEAR_CALLS);
    }

    /** Whether there never was a recording: the call came in as text. */
    public boolean isTextOnly() {
        return detail.entry().audio() == null && detail.transcript() != null;
    }

    public boolean hasFailed() {
        return detail.entry().state() == CallState.FAILED;
    }

    public boolean mayComment() {
        return view.may(Permission.COMMENT);
    }

    /** Whether the user may take this comment back now. */
    public boolean mayDelete(Comment comment) {
        return view.viewer() != null && comment.mayBeDeleted(view.viewer().login(), view.now());
    }

    /** How fast a recording may be played; 1 is as it was spoken. */
    public List<Double> speeds() {
        return SPEEDS;
    }

    public String audioAddress() {
        return "/api/calls/" + detail.entry().callId().value() + "/audio";
    }
}
