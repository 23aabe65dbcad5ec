package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Portion;
import io.callscope.analytics.desk.QueueFilter;
import io.callscope.analytics.desk.QueueList;
import io.callscope.analytics.web.page.View;
import java.util.Arrays;
import java.util.List;

/**
 * The queue as it is shown.
 *
 * @param above cards above the line
 * @param cards the others of this page
 * @param teams what the filter offers
 */
public record QueueView(
        View view, QueueQuery query, QueueList list, List<CardView> above, List<CardView> cards, List<String> teams) {
    public QueueView {
        above = List.copyOf(above);
        cards = List.copyOf(cards);
        teams = List.copyOf(teams);
    }

    public List<String> views() {
        return Arrays.stream(QueueFilter.View.values())
                .map(QueueFilter.View::id)
                .toList();
    }

    /** «Сегодня: 28 звонков, около 115 минут.» */
    public String today() {
        Portion portion = list.portion();
        long minutes = (portion.takes().toSeconds() + 59) / 60;
        return view.t("queue.today", view.n("count.calls", portion.calls()), view.n("queue.minutes", minutes));
    }

    /** «Ещё 63 ниже черты, из них просроченных 4»; empty when nothing is below. */
    public String below() {
        if (list.belowCalls() == 0) {
            return "";
        }
        return list.belowOverdue() == 0
                ? view.n("queue.below", list.belowCalls())
                : view.n("queue.below", list.belowCalls())
                        + view.t("queue.below.overdue", view.format().number(list.belowOverdue()));
    }

    /** «ещё 11 таких» */
    public String more(Portion.Group group) {
        return view.n("queue.group", group.cards().size());
    }

    /** What a group has in common, in words. */
    public String likeness(Portion.Group group) {
        return group.likeness() == Portion.Likeness.RULE
                ? view.t("queue.group.rule", view.rule(group.key()))
                : view.t("queue.group.agent", agent(group));
    }

    private static String agent(Portion.Group group) {
        String name = group.cards().get(0).agentName();
        return name == null ? group.key() : name;
    }

    public String groupAddress(Portion.Group group) {
        return QueueQuery.narrowed(group.likeness() == Portion.Likeness.RULE ? "rule" : "agent", group.key());
    }

    public long firstPlace() {
        return (list.filter().page() - 1L) * QueueFilter.PAGE_SIZE + 1;
    }
}
