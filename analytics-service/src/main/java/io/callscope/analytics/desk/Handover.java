package io.callscope.analytics.desk;

import java.util.List;

/**
 * What one shift leaves to the next, each list with its most pressing cards first and no more than so many. Immutable.
 *
 * @param overdue past its term and in nobody's hands
 */
public record Handover(List<Card> inWork, List<Card> putOff, List<Card> overdue, List<Card> handedOver) {
    /** Most cards of one list. */
    public static final int LIMIT = 200;

    public Handover {
        inWork = List.copyOf(inWork);
        putOff = List.copyOf(putOff);
        overdue = List.copyOf(overdue);
        handedOver = List.copyOf(handedOver);
    }

    public boolean isEmpty() {
        return inWork.isEmpty() && putOff.isEmpty() && overdue.isEmpty() && handedOver.isEmpty();
    }
}
