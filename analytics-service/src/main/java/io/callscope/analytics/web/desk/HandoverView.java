package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.CardState;
import io.callscope.analytics.desk.Handover;
import io.callscope.analytics.desk.Receiver;
import io.callscope.analytics.web.page.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one shift leaves to the next, as it is shown and exported. */
public record HandoverView(View view, List<Part> parts) {
    public HandoverView {
        parts = List.copyOf(parts);
    }

    /**
     * Cards of one state.
     *
     * @param id {@code in-work}, {@code put-off}, {@code overdue} or {@code handed-over}
     */
    public record Part(String id, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }

        public boolean isFull() {
            return lines.size() >= Handover.LIMIT;
        }
    }

    /**
     * One card.
     *
     * @param who who holds it, put it off or handed it over, and to whom; empty when nobody
     * @param until its term, or when it comes back
     * @param note what was said with it; empty when nothing
     */
    public record Line(Card card, String who, Instant until, String note) {}

    static HandoverView of(View view, Handover handover) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("in-work", handover.inWork(), view));
        parts.add(part("put-off", handover.putOff(), view));
        parts.add(part("overdue", handover.overdue(), view));
        parts.add(part("handed-over", handover.handedOver(), view));
        return new HandoverView(view, parts);
    }

    private static Part part(String id, List<Card> cards, View view) {
        return new Part(id, cards.stream().map(card -> line(card, view)).toList());
    }

    private static Line line(Card card, View view) {
        CardState state = card.state();
        if (state instanceof CardState.InWork inWork) {
            return new Line(card, inWork.who().name(), card.dueAt(), "");
        }
        if (state instanceof CardState.PutOff putOff) {
            return new Line(card, putOff.who().name(), putOff.until(), putOff.reason());
        }
        if (state instanceof CardState.HandedOver handedOver) {
            Receiver to = handedOver.to();
            String who = handedOver.who().name() + " → " + CardView.receiver(view, to);
            return new Line(card, who, card.dueAt(), handedOver.comment());
        }
        return new Line(card, "", card.dueAt(), "");
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.lines().isEmpty());
    }

    /** The first rule of a card that is open, in words; null when none is. */
    public @Nullable String why(Card card) {
        List<String> rules = card.openRules().stream().map(view::rule).toList();
        return rules.isEmpty() ? null : String.join(", ", rules);
    }
}
