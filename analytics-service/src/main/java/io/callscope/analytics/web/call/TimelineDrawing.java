package io.callscope.analytics.web.call;

import io.callscope.analytics.comments.Comment;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.web.call.Marker.Moment;
import io.callscope.analytics.web.call.Marker.What;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws the timeline of one call. One request's. */
final class TimelineDrawing {
    /** A listener hardly notices a shorter silence, and skipping it would tear the talk. */
    private static final long SKIPPED_GAP_MS = 2_000;

    /** Both parties often touch by a few hundredths; that is no talking over each other. */
    private static final long SHORTEST_OVERTALK_MS = 200;

    /** A quiet recording is drawn larger, but not so that its noise looks like talk. */
    private static final int LOUD_ENOUGH = 64;

    private static final List<Long> STEPS_SECONDS =
            List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L);
    private static final int MOST_TICKS = 7;

    /** A tick's words are centred on it and must not reach beyond the page on a phone. */
    private static final double TICKS_UNTIL = 0.94;

    /** Who speaks where: two agents on two channels are two. */
    private record Speaker(Party party, int channel) {}

    private final Transcript transcript;
    private final @Nullable Waveform waveform;
    private final Columns columns;
    private final int loudest;

    private TimelineDrawing(Transcript transcript, @Nullable Waveform waveform, long durationMs) {
        this.transcript = transcript;
        this.waveform = waveform;
        this.columns = new Columns(durationMs);
        this.loudest = loudest(waveform);
    }

    /** The timeline; empty when the call has no transcript or no length. */
    static Optional<Timeline> of(CallDetail detail, List<Heard> heard, List<Comment> comments) {
        CallDetail.StoredTranscript stored = detail.transcript();
        if (stored == null) {
            return Optional.empty();
        }
        Transcript transcript = stored.transcript();
        long spoken = transcript.utterances().stream()
                .mapToLong(Utterance::endMs)
                .max()
                .orElse(0);
        long durationMs = Math.max(spoken, transcript.durationMs());
        return durationMs == 0
                ? Optional.empty()
                : Optional.of(
                        new TimelineDrawing(transcript, detail.waveform(), durationMs).draw(detail, heard, comments));
    }

    private Timeline draw(CallDetail detail, List<Heard> heard, List<Comment> comments) {
        List<Speaker> speakers = speakers(detail);
        List<Lane> lanes = new ArrayList<>();
        for (int place = 0; place < speakers.size(); place++) {
            lanes.add(lane(speakers.get(place), place));
        }
        List<Stretch> overtalk = overtalk(speakers);
        List<Stretch> talk = Stretch.union(stretches(transcript.utterances()));
        TalkMetrics measured =
                detail.analysis() == null ? null : detail.analysis().analysis().talk();
        return new Timeline(
                columns.durationMs(),
                lanes,
                columns.rectangles(overtalk, Lane.HEIGHT, Lane.BETWEEN),
                Stretch.lengthMs(overtalk),
                columns.durationMs() - Stretch.lengthMs(talk),
                Stretch.gaps(talk, SKIPPED_GAP_MS),
                band(measured == null ? List.of() : measured.deadAir().at(), lanes.size()),
                band(measured == null ? List.of() : measured.hold().at(), lanes.size()),
                Marker.lay(talkMoments(measured), columns.durationMs()),
                Marker.lay(above(heard), columns.durationMs()),
                Marker.lay(below(heard, comments), columns.durationMs()),
                ticks());
    }

    /** Stretches over all lanes. */
    private String band(List<TalkSpan> spans, int lanes) {
        int height = lanes < 2 ? Lane.HEIGHT : Lane.base(lanes - 1) + Lane.HEIGHT;
        return columns.rectangles(
                spans.stream()
                        .map(span -> new Stretch(span.startMs(), span.endMs()))
                        .toList(),
                0,
                height);
    }

    private static List<Moment> talkMoments(@Nullable TalkMetrics measured) {
        return measured == null
                ? List.of()
                : TalkMark.of(measured).stream()
                        .map(mark -> new Moment(new What.Talk(mark), mark.when().startMs()))
                        .toList();
    }

    private List<Speaker> speakers(CallDetail detail) {
        Set<Speaker> found = new HashSet<>();
        transcript.utterances().forEach(said -> found.add(new Speaker(said.party(), said.channel())));
        Set<Integer> heard = new TreeSet<>(found.stream().map(Speaker::channel).toList());
        int measured = waveform == null ? 0 : waveform.channels().size();
        for (int channel = 0; channel < measured; channel++) {
            if (!heard.contains(channel)) {
                CallMetadata metadata = detail.entry().metadata();
                Party party = metadata == null || measured == 1 ? Party.UNKNOWN : metadata.partyOf(channel);
                found.add(new Speaker(party, channel));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Speaker speaker) -> rank(speaker.party()))
                        .thenComparing(Speaker::channel))
                .toList();
    }

    private static int rank(Party party) {
        return switch (party) {
            case AGENT -> 0;
            case CUSTOMER -> 1;
            case UNKNOWN -> 2;
        };
    }

    private Lane lane(Speaker speaker, int place) {
        List<Stretch> talk = talk(speaker);
        return new Lane(
                speaker.party(),
                speaker.channel(),
                Stretch.lengthMs(talk),
                columns.rectangles(talk, Lane.top(place), Lane.HEIGHT),
                wave(speaker.channel(), place));
    }

    private String wave(int channel, int place) {
        if (waveform == null || channel >= waveform.channels().size()) {
            return "";
        }
        int[] loud = columns.loudest(waveform.peaks(channel), waveform.bucketMs());
        int up = place == 0 ? 1 : -1;
        int[] heights = Arrays.stream(loud)
                .map(peak -> up * Math.round((float) Lane.HEIGHT * peak / loudest))
                .toArray();
        return Columns.bars(heights, Lane.base(place));
    }

    private static int loudest(@Nullable Waveform waveform) {
        int loudest = LOUD_ENOUGH;
        for (int channel = 0; waveform != null && channel < waveform.channels().size(); channel++) {
            for (byte peak : waveform.peaks(channel)) {
                loudest = Math.max(loudest, peak & 0xFF);
            }
        }
        return loudest;
    }

    private List<Stretch> talk(Speaker speaker) {
        return Stretch.union(stretches(transcript.utterances().stream()
                .filter(said -> said.party() == speaker.party() && said.channel() == speaker.channel())
                .toList()));
    }

    private static List<Stretch> stretches(List<Utterance> utterances) {
        return utterances.stream()
                .map(said -> new Stretch(said.startMs(), said.endMs()))
                .toList();
    }

    private List<Stretch> overtalk(List<Speaker> speakers) {
        List<Stretch> both = new ArrayList<>();
        for (int i = 0; i < speakers.size(); i++) {
            for (int k = i + 1; k < speakers.size(); k++) {
                both.addAll(Stretch.overlap(talk(speakers.get(i)), talk(speakers.get(k))));
            }
        }
        return Stretch.union(both).stream()
                .filter(stretch -> stretch.lengthMs() >= SHORTEST_OVERTALK_MS)
                .toList();
    }

    private static List<Moment> above(List<Heard> heard) {
        return heard.stream()
                .filter(one -> !(one instanceof Heard.OfMark))
                .flatMap(one -> moments(one).stream())
                .toList();
    }

    private static List<Moment> below(List<Heard> heard, List<Comment> comments) {
        List<Moment> moments = new ArrayList<>();
        heard.stream().filter(Heard.OfMark.class::isInstance).forEach(one -> moments.addAll(moments(one)));
        for (Comment comment : comments) {
            Long at = comment.atMs();
            if (at != null) {
                moments.add(new Moment(new What.Remark(comment), at));
            }
        }
        return moments;
    }

    /** One for each second at which it was said. */
    private static List<Moment> moments(Heard heard) {
        return heard.said().evidence().stream()
                .map(Evidence::startMs)
                .distinct()
                .map(at -> new Moment(new What.Words(heard), at))
                .toList();
    }

    private List<Timeline.Tick> ticks() {
        long seconds = columns.durationMs() / 1000;
        long step = STEPS_SECONDS.stream()
                .filter(candidate -> seconds / candidate <= MOST_TICKS)
                .findFirst()
                .orElse(seconds / MOST_TICKS + 1);
        List<Timeline.Tick> ticks = new ArrayList<>();
        for (long at = step; at * 1000 < columns.durationMs() * TICKS_UNTIL; at += step) {
            ticks.add(new Timeline.Tick(at * 1000, Marker.percent(at * 1000.0 / columns.durationMs())));
        }
        return ticks;
    }
}
