package io.callscope.analytics.desk;

import java.util.List;
import java.util.Objects;

/**
 * The queue as one person sees it. Immutable.
 *
 * @param portion what he checks today
 * @param above its cards, in order; empty unless the whole queue is asked for
 * @param cards this page of the others
 * @param total how many others there are
 * @param belowCalls calls below the line, those that are grouped too
 * @param belowOverdue how many of them are past their term
 * @param cappedCalls calls that are counted and not shown, because their rules had their calls of the day
 */
public record QueueList(
        QueueFilter filter,
        Portion portion,
        List<Card> above,
        List<Card> cards,
        long total,
        long belowCalls,
        long belowOverdue,
        long cappedCalls) {
    public QueueList {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(portion, "portion");
        above = List.copyOf(above);
        cards = List.copyOf(cards);
    }

    public boolean hasNext() {
        return (long) filter.page() * QueueFilter.PAGE_SIZE < total;
    }

    public boolean isEmpty() {
        return above.isEmpty() && cards.isEmpty();
    }
}
