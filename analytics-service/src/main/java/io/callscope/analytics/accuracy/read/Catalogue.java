package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a site has scored, in the order pages show it.
 *
 * @param criteria of every scorecard
 * @param weights of 100 of every criterion, by scorecard and id
 * @param forces whether there is a barrier to one
 * @param codes barriers, with the force each belongs to
 * @param repeat whether a contact repeats an earlier one
 * @param link whether the one that it repeats is found
 * @param causes why customers call again
 * @param reportedCauses under which of them reports count each
 */
record Catalogue(
        List<Item> criteria,
        Map<String, Map<String, Integer>> weights,
        List<Item> forces,
        Map<Item, Force> codes,
        Item repeat,
        Item link,
        List<Item> causes,
        Map<String, String> reportedCauses) {
    /** Items that the machine may be mended in by what people said of single calls. */
    List<Item> learnable() {
        return Stream.of(criteria.stream(), forces.stream(), codes.keySet().stream(), Stream.of(repeat))
                .flatMap(items -> items)
                .toList();
    }

    static Catalogue of(Scorecards scorecards, Codebook codebook) {
        List<Item> criteria = new ArrayList<>();
        Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();
        for (Scorecard scorecard : scorecards.all()) {
            Map<String, Integer> own = new LinkedHashMap<>();
            for (Criterion criterion : scorecard.criteria()) {
                criteria.add(new Item(
                        ItemKind.CRITERION,
                        scorecard.id(),
                        criterion.id(),
                        criterion.critical() != null,
                        criterion.peopleOnly()));
                own.put(criterion.id(), criterion.weight());
            }
            weights.put(scorecard.id(), own);
        }
        List<Item> forces = Arrays.stream(Force.values()).map(Item::force).toList();
        Map<Item, Force> codes = new LinkedHashMap<>();
        codebook.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .forEach(code -> codes.put(Item.code(code.id()), code.force()));
        return new Catalogue(
                criteria,
                weights,
                forces,
                codes,
                Item.repeat(),
                new Item(ItemKind.LINK, null, "link", false, false),
                codebook.causes().stream()
                        .map(cause -> new Item(ItemKind.CAUSE, null, cause.id(), false, false))
                        .toList(),
                codebook.causes().stream()
                        .collect(Collectors.toMap(CauseDefinition::id, cause -> codebook.reportedCause(cause.id()))));
    }
}
