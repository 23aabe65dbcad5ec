package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.CardState;
import io.callscope.analytics.desk.Portion;
import io.callscope.analytics.desk.QueueFilter;
import io.callscope.analytics.desk.QueueList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/queue}. */
record QueueJson(
        Today today,
        List<CardJson> above,
        List<GroupJson> groups,
        List<CardJson> cards,
        long total,
        int page,
        int pageSize) {
    /** The day's portion and what is below it. */
    record Today(
            int calls,
            long minutes,
            long minutesLeft,
            boolean urgentOverflows,
            long belowCalls,
            long belowOverdue,
            long cappedCalls) {}

    /** Cards passed over because there are enough of their kind above the line. */
    record GroupJson(String likeness, String key, List<Long> cards) {}

    /** One card. */
    record CardJson(
            long id,
            int version,
            String state,
            @Nullable String who,
            Instant since,
            String contactReason,
            int priority,
            Instant dueAt,
            boolean overdue,
            int severity,
            long workMs,
            int recentContacts,
            @Nullable String customerLast4,
            List<Card.Call> calls) {}

    static QueueJson of(QueueList list, Instant now) {
        Portion portion = list.portion();
        return new QueueJson(
                new Today(
                        portion.calls(),
                        portion.takes().toMinutes(),
                        portion.left().toMinutes(),
                        portion.urgentOverflows(),
                        list.belowCalls(),
                        list.belowOverdue(),
                        list.cappedCalls()),
                cards(list.above(), now),
                list.filter().showsLine() ? groups(portion) : List.of(),
                cards(list.cards(), now),
                list.total(),
                list.filter().page(),
                QueueFilter.PAGE_SIZE);
    }

    private static List<GroupJson> groups(Portion portion) {
        return portion.groups().stream()
                .map(group -> new GroupJson(
                        group.likeness().name().toLowerCase(java.util.Locale.ROOT),
                        group.key(),
                        group.cards().stream().map(Portion.Candidate::cardId).toList()))
                .toList();
    }

    private static List<CardJson> cards(List<Card> cards, Instant now) {
        return cards.stream().map(card -> card(card, now)).toList();
    }

    private static CardJson card(Card card, Instant now) {
        return new CardJson(
                card.id(),
                card.version(),
                card.state().id(),
                card.state() instanceof CardState.InWork inWork ? inWork.who().login() : null,
                card.state().since(),
                card.contactReason(),
                card.priority(),
                card.dueAt(),
                card.isOverdue(now),
                card.severity(),
                card.workMs(),
                card.recentContacts(),
                card.customer() == null ? null : card.customer().last4(),
                card.calls());
    }
}
