package io.callscope.transcribe.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces stretches of what passes by digital silence, in every channel: what one party says is faintly in the other's
 * channel, too. Fades in and out just outside of them, so that nothing clicks. Used by one thread.
 */
final class SpanMuter implements PcmSink {
    private static final int FADE_MS = 5;

    /** A stretch in samples: {@code from} included, {@code to} not. */
    private record Stretch(long from, long to) {}

    private final List<Stretch> stretches;
    private final int fade;
    private final PcmSink out;
    private long position;
    private int next;

    /**
     * @param muted in any order; they may overlap
     * @param rateHz of what passes
     */
    SpanMuter(List<MutedSpan> muted, int rateHz, PcmSink out) {
        this.stretches = merged(muted, rateHz);
        this.fade = FADE_MS * rateHz / 1000;
        this.out = out;
    }

    private static List<Stretch> merged(List<MutedSpan> muted, int rateHz) {
        List<Stretch> merged = new ArrayList<>();
        for (MutedSpan span :
                muted.stream().sorted(Comparator.comparing(MutedSpan::startMs)).toList()) {
            // rounded outwards
            Stretch stretch = new Stretch(span.startMs() * rateHz / 1000, (span.endMs() * rateHz + 999) / 1000);
            int last = merged.size() - 1;
            if (last >= 0 && stretch.from() <= merged.get(last).to()) {
                Stretch before = merged.remove(last);
                stretch = new Stretch(before.from(), Math.max(before.to(), stretch.to()));
            }
            merged.add(stretch);
        }
        return merged;
    }

    @Override
    public void accept(short[][] channels, int count) throws InterruptedException {
        long end = position + count;
        while (next < stretches.size() && stretches.get(next).to() + fade <= position) {
            next++;
        }
        for (int i = next; i < stretches.size() && stretches.get(i).from() - fade < end; i++) {
            for (short[] channel : channels) {
                mute(channel, stretches.get(i), count);
            }
        }
        position = end;
        out.accept(channels, count);
    }

    private void mute(short[] channel, Stretch stretch, int count) {
        int from = within(stretch.from(), count);
        int to = within(stretch.to(), count);
        for (int i = within(stretch.from() - fade, count); i < from; i++) {
            channel[i] = (short) (channel[i] * (stretch.from() - position - i) / fade);
        }
        Arrays.fill(channel, from, to, (short) 0);
        int heard = within(stretch.to() + fade, count);
        for (int i = to; i < heard; i++) {
            channel[i] = (short) (channel[i] * (position + i - stretch.to()) / fade);
        }
    }

    /** A place in the recording as a place in this chunk, or its nearest edge. */
    private int within(long sample, int count) {
        return (int) Math.max(0, Math.min(count, sample - position));
    }
}
