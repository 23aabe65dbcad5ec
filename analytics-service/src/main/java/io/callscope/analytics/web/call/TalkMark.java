package io.callscope.analytics.web.call;

import io.callscope.model.call.Party;
import io.callscope.model.talk.Interruption;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the talk that is worth a look.
 *
 * @param kind what it is
 * @param by who interrupts; null for what is nobody's
 */
public record TalkMark(Kind kind, TalkSpan when, @Nullable Party by) {
    /** As many of a kind have markers: the longest. All are drawn and counted. */
    private static final int MOST = 12;

    /** What a stretch may be. */
    public enum Kind {
        DEAD_AIR("dead-air"),
        HOLD("hold"),
        INTERRUPTION("interruption");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The last part of its style and its message. */
        public String id() {
            return id;
        }
    }

    static List<TalkMark> of(TalkMetrics talk) {
        List<TalkMark> marks = new ArrayList<>();
        longest(talk.deadAir().at()).forEach(span -> marks.add(new TalkMark(Kind.DEAD_AIR, span, null)));
        longest(talk.hold().at()).forEach(span -> marks.add(new TalkMark(Kind.HOLD, span, null)));
        List<Interruption> interruptions = talk.interruptions() == null ? List.of() : talk.interruptions();
        interruptions.stream()
                .map(one -> new TalkMark(Kind.INTERRUPTION, new TalkSpan(one.startMs(), one.endMs()), one.by()))
                .sorted(Comparator.comparingLong((TalkMark mark) -> -mark.when().lengthMs()))
                .limit(MOST)
                .forEach(marks::add);
        return marks;
    }

    private static List<TalkSpan> longest(List<TalkSpan> spans) {
        return spans.stream()
                .sorted(Comparator.comparingLong((TalkSpan span) -> -span.lengthMs()))
                .limit(MOST)
                .toList();
    }
}
