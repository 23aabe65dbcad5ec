package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.CardEvent;
import io.callscope.analytics.desk.Outcome;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import java.util.List;

/** What happened to a card, in words. */
public record HistoryView(View view, List<CardEvent> events) {
    public HistoryView {
        events = List.copyOf(events);
    }

    /** One line, without its time and its person. */
    public String words(CardEvent event) {
        StringBuilder words = new StringBuilder(view.t("history." + event.what()));
        String detail = event.detail();
        if (detail != null) {
            String said = Outcome.ofId(detail)
                    .map(outcome -> view.t("outcome." + outcome.id()))
                    .orElseGet(() -> view.rule(detail));
            words.append(": ").append(said);
        }
        if (event.callId() != null) {
            words.append(" · ").append(event.callId());
        }
        if (event.department() != null) {
            words.append(" → ").append(view.label(Kind.DEPARTMENT, event.department()));
        }
        if (event.colleague() != null) {
            words.append(" → ").append(event.colleague());
        }
        if (event.until() != null) {
            words.append(" · ").append(view.format().dateTime(event.until()));
        }
        return words.toString();
    }
}
