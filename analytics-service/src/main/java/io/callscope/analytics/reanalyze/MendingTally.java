package io.callscope.analytics.reanalyze;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.accuracy.learn.TuningCall;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up a {@link Mending} call by call; calls that are not of the tuning ones pass it by. Not thread-safe. */
public final class MendingTally {
    private static final Comparator<MendedItem> MOST_CHANGED = Comparator.comparingLong(
                    (MendedItem item) -> -(item.mended() + item.made()))
            .thenComparingLong(item -> -item.now())
            .thenComparing(MendedItem::item);

    private static final class Count {
        private long compared;
        private long now;
        private long mended;
        private long made;
        private final Sample mendedCalls = new Sample();
        private final Sample madeCalls = new Sample();
        private final Sample leftCalls = new Sample();
    }

    private final Tuning tuning;
    private final Map<String, TuningCall> calls;
    private final Map<Item, Count> counts = new HashMap<>();
    private long heard;
    private long unanswered;

    /** @param tuning what people say */
    public MendingTally(Tuning tuning) {
        this.tuning = Objects.requireNonNull(tuning, "tuning");
        this.calls = tuning.calls().stream()
                .collect(Collectors.toMap(TuningCall::callId, call -> call, (first, again) -> again));
    }

    /**
     * A call that was heard again.
     *
     * @param answered false when a language model had no answer: what the rules alone hear would not be put in force
     */
    void add(String callId, CallAnalysis before, CallAnalysis after, boolean answered) {
        TuningCall call = calls.get(callId);
        if (call == null) {
            return;
        }
        heard++;
        if (!answered) {
            unanswered++;
            return;
        }
        call.people().forEach((item, people) -> {
            if (people != Label.NOT_APPLICABLE) {
                add(item, callId, people == Label.MARKED, place(item, before), place(item, after));
            }
        });
    }

    /**
     * @param was where the machine hears it now, milliseconds; null when it does not
     * @param is where it hears it after the change
     */
    private void add(Item item, String callId, boolean people, @Nullable Long was, @Nullable Long is) {
        Count count = counts.computeIfAbsent(item, any -> new Count());
        count.compared++;
        boolean differs = (was != null) != people;
        boolean willDiffer = (is != null) != people;
        Example example = new Example(callId, was != null ? was : is != null ? is : 0);
        if (differs) {
            count.now++;
        }
        if (differs && willDiffer) {
            count.leftCalls.add(example);
        } else if (differs) {
            count.mended++;
            count.mendedCalls.add(example);
        } else if (willDiffer) {
            count.made++;
            count.madeCalls.add(example);
        }
    }

    private static @Nullable Long place(Item item, CallAnalysis analysis) {
        List<Mark> marks = analysis.marks().stream()
                .filter(mark -> mark.polarity() == Polarity.BARRIER)
                .filter(mark -> item.kind() == ItemKind.CODE
                        ? mark.code().equals(item.id())
                        : mark.force().id().equals(item.id()))
                .toList();
        if (marks.isEmpty()) {
            return null;
        }
        return marks.stream()
                .flatMap(mark -> mark.evidence().stream())
                .mapToLong(Evidence::startMs)
                .min()
                .orElse(0);
    }

    /** What was added up; null when people scored no tuning call at all, so that there is nothing to say. */
    public @Nullable Mending mending() {
        if (tuning.calls().isEmpty()) {
            return null;
        }
        List<MendedItem> items = counts.entrySet().stream()
                .map(one -> item(one.getKey(), one.getValue()))
                .filter(item -> item.now() + item.made() > 0)
                .sorted(MOST_CHANGED)
                .toList();
        return new Mending(calls.size(), heard, unanswered, tuning.simulated(), items);
    }

    private static MendedItem item(Item item, Count count) {
        return new MendedItem(
                item.key(),
                count.compared,
                count.now,
                count.mended,
                count.made,
                count.mendedCalls.examples(),
                count.madeCalls.examples(),
                count.leftCalls.examples());
    }
}
