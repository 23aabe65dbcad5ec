package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Names of items in the language of a page. One request's. */
final class ItemNames {
    private final View view;
    private final Map<String, String> scorecards = new HashMap<>();
    private final Map<String, String> criteria = new HashMap<>();

    ItemNames(View view, Scorecards all) {
        this.view = view;
        for (Scorecard scorecard : all.all()) {
            scorecards.put(scorecard.id(), scorecard.name().in(view.tag()));
            scorecard
                    .criteria()
                    .forEach(criterion -> criteria.put(
                            Item.criterion(scorecard.id(), criterion.id()).key(),
                            criterion.name().in(view.tag())));
        }
    }

    String of(Item item) {
        return switch (item.kind()) {
            case CRITERION -> criteria.getOrDefault(item.key(), item.id());
            case FORCE -> view.label(Kind.FORCE, item.id());
            case CODE -> view.code(item.id());
            case REPEAT -> view.t("accuracy.repeat");
            case LINK -> view.t("accuracy.link");
            case CAUSE -> view.label(Kind.CAUSE, item.id());
        };
    }

    /** Of a criterion by the key of its item; the key itself when it is not known. */
    String of(String key) {
        return criteria.getOrDefault(key, key);
    }

    String scorecard(String id) {
        return Objects.requireNonNullElse(scorecards.get(id), id);
    }
}
