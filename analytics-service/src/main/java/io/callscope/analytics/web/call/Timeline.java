package io.callscope.analytics.web.call;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A call drawn over its length: who talks when and how loud, and what was heard at which second.
 *
 * @param durationMs its length
 * @param lanes one for each speaker, the agent's first; empty when nobody talks and nothing was measured
 * @param overtalkPath the columns in which both talk at once
 * @param overtalkMs how long they do
 * @param silenceMs how long nobody talks
 * @param gaps stretches between utterances that a listener may skip
 * @param deadAirPath the columns of dead air; empty when there is none or it was not measured
 * @param holdPath the columns of hold; empty likewise
 * @param talk markers of dead air, hold and interruptions
 * @param above markers of why to look, signals and repeat contact
 * @param below markers of barriers, drivers and comments
 * @param ticks times along the axis
 */
public record Timeline(
        long durationMs,
        List<Lane> lanes,
        String overtalkPath,
        long overtalkMs,
        long silenceMs,
        List<Stretch> gaps,
        String deadAirPath,
        String holdPath,
        List<Marker> talk,
        List<Marker> above,
        List<Marker> below,
        List<Tick> ticks) {
    private static final int LINE_HEIGHT = 18;

    /** A time along the axis. */
    public record Tick(long atMs, String percent) {}

    public Timeline {
        lanes = List.copyOf(lanes);
        gaps = List.copyOf(gaps);
        talk = List.copyOf(talk);
        above = List.copyOf(above);
        below = List.copyOf(below);
        ticks = List.copyOf(ticks);
    }

    /** Height of the lanes, in pixels. */
    public int lanesHeight() {
        int count = lanes.size();
        return count < 2 ? Lane.HEIGHT : Lane.base(count - 1) + Lane.HEIGHT;
    }

    public int aboveHeight() {
        return height(above);
    }

    public int talkHeight() {
        return height(talk);
    }

    public int belowHeight() {
        return height(below);
    }

    private static int height(List<Marker> markers) {
        return LINE_HEIGHT * (1 + markers.stream().mapToInt(Marker::line).max().orElse(-1));
    }

    /** Where the middle of a marker lies above the lanes: line 0 is the lowest. */
    public int aboveY(Marker marker) {
        return aboveHeight() - LINE_HEIGHT * marker.line() - LINE_HEIGHT / 2;
    }

    public int belowY(Marker marker) {
        return LINE_HEIGHT * marker.line() + LINE_HEIGHT / 2;
    }

    public int columns() {
        return Columns.COUNT;
    }

    public int overtalkTop() {
        return Lane.HEIGHT;
    }

    public boolean hasWaveform() {
        return lanes.stream().anyMatch(lane -> !lane.wavePath().isEmpty());
    }

    /** A lane's share of the call, percent. */
    public long talkPercent(Lane lane) {
        return Math.round(100.0 * lane.talkMs() / durationMs);
    }

    /** The stretches to skip, for the player: {@code 12000-15500 40000-44100}. */
    public String gapList() {
        return gaps.stream().map(gap -> gap.startMs() + "-" + gap.endMs()).collect(Collectors.joining(" "));
    }
}
