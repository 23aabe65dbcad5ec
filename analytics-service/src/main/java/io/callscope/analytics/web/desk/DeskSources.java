package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Cards;
import io.callscope.analytics.desk.FalseMarks;
import io.callscope.analytics.desk.RuleStudy;
import io.callscope.analytics.flags.FlagRules;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the desk gets what it shows.
 *
 * @param rulesInForce the flag rules at each moment
 * @param departmentsInForce ids of the departments that a card can be handed to at each moment
 */
public record DeskSources(
        Cards cards,
        FalseMarks falseMarks,
        RuleStudy study,
        Supplier<FlagRules> rulesInForce,
        Supplier<List<String>> departmentsInForce) {
    /** With rules and departments that stay. */
    public DeskSources(Cards cards, FalseMarks falseMarks, RuleStudy study, FlagRules rules, List<String> departments) {
        this(cards, falseMarks, study, () -> rules, fixed(departments));
    }

    private static Supplier<List<String>> fixed(List<String> departments) {
        List<String> copy = List.copyOf(departments);
        return () -> copy;
    }

    FlagRules rules() {
        return rulesInForce.get();
    }

    List<String> departments() {
        return departmentsInForce.get();
    }
}
