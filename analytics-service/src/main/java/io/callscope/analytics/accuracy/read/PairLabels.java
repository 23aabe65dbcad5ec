package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.read.PairRow.Said;
import org.jspecify.annotations.Nullable;

/**
 * Labels of links and causes out of pair reviews. A link is there for the machine when it is the one that the first person
 * names: another one is a missed link. A cause concerns only what is called a repeat.
 *
 * @param machine null when it says nothing
 * @param first null when he says nothing, and then the call is no evidence
 * @param second null when there is no other, or he says nothing
 */
record PairLabels(
        @Nullable Label machine,
        @Nullable Label first,
        @Nullable Label second) {
    private static final PairLabels NONE = new PairLabels(null, null, null);

    static PairLabels of(Item item, @Nullable PairRow row) {
        if (row == null) {
            return NONE;
        }
        return item.kind() == ItemKind.LINK ? link(row) : cause(item.id(), row);
    }

    /** Whether the contact repeats any earlier one; the machine's own label is not of the pair. */
    static PairLabels repeat(PairRow row) {
        Said second = row.second();
        return new PairLabels(null, label(row.first().repeats()), second == null ? null : label(second.repeats()));
    }

    private static PairLabels link(PairRow row) {
        Said first = row.first();
        Said second = row.second();
        Boolean linked = row.linked();
        Label others = null;
        if (second != null) {
            // two who name different calls do not mean the same
            others = label(first.repeats() ? first.isSamePair(second) : second.repeats());
        }
        return new PairLabels(
                linked == null ? null : label(first.repeats() ? row.found() : linked), label(first.repeats()), others);
    }

    private static PairLabels cause(String id, PairRow row) {
        Said second = row.second();
        return new PairLabels(
                row.linked() == null
                        ? null
                        : row.cause() == null ? Label.NOT_APPLICABLE : label(id.equals(row.cause())),
                said(id, row.first()),
                second == null ? null : said(id, second));
    }

    private static @Nullable Label said(String id, Said said) {
        if (!said.repeats()) {
            return Label.NOT_APPLICABLE;
        }
        return said.cause() == null ? null : label(said.cause().equals(id));
    }

    private static Label label(boolean marked) {
        return marked ? Label.MARKED : Label.CLEAR;
    }
}
