package io.callscope.analytics.talk;

import io.callscope.model.talk.Interruption;
import io.callscope.model.talk.TalkSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who holds the floor. Stateless. */
final class Turns {
    /** What is shorter answers nothing: "ага", "yes". */
    private static final long ANSWER_MS = 1_000;

    private Turns() {}

    /**
     * Where one side cuts the other short: it begins while the other speaks, both speak for some time, the other stops
     * and is silent for a second at least, and the first goes on.
     *
     * @param leastMs overtalk of this length at least
     */
    static List<Interruption> interruptions(Side one, Side other, long leastMs) {
        List<TalkSpan> both = Spans.overlap(one.speech(), other.speech());
        List<Interruption> found = new ArrayList<>();
        add(found, one, other, both, leastMs);
        add(found, other, one, both, leastMs);
        found.sort(Comparator.comparingLong(Interruption::startMs));
        return found;
    }

    private static void add(List<Interruption> found, Side breaking, Side broken, List<TalkSpan> both, long leastMs) {
        int place = 0;
        for (TalkSpan begins : breaking.phrases()) {
            while (place < broken.phrases().size()
                    && broken.phrases().get(place).endMs() <= begins.startMs()) {
                place++;
            }
            if (place == broken.phrases().size()) {
                return;
            }
            TalkSpan cut = broken.phrases().get(place);
            boolean endsIt = cut.startMs() < begins.startMs() && begins.endMs() > cut.endMs();
            if (endsIt && within(both, begins.startMs(), cut.endMs()) >= leastMs) {
                found.add(new Interruption(breaking.party(), begins.startMs(), cut.endMs()));
            }
        }
    }

    private static long within(List<TalkSpan> spans, long fromMs, long toMs) {
        return spans.stream()
                .mapToLong(span -> Math.max(0, Math.min(span.endMs(), toMs) - Math.max(span.startMs(), fromMs)))
                .sum();
    }

    /**
     * The longest time that a side speaks without being answered, its pauses counted.
     *
     * @param pauseMs a pause of this length ends it
     */
    static long longestMonologueMs(Side speaker, Side listener, long pauseMs) {
        List<TalkSpan> answers = listener.phrases().stream()
                .filter(phrase -> phrase.lengthMs() >= ANSWER_MS)
                .toList();
        long longest = 0;
        long startMs = 0;
        long endMs = -1;
        int place = 0;
        for (TalkSpan phrase : speaker.phrases()) {
            while (place < answers.size() && answers.get(place).endMs() <= endMs) {
                place++;
            }
            boolean answered = place < answers.size() && answers.get(place).startMs() < phrase.startMs();
            if (endMs < 0 || answered || phrase.startMs() - endMs >= pauseMs) {
                startMs = phrase.startMs();
            }
            endMs = phrase.endMs();
            longest = Math.max(longest, endMs - startMs);
        }
        return longest;
    }
}
