package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Cards;
import io.callscope.analytics.desk.FalseMarks;
import io.callscope.analytics.desk.RuleStudy;
import io.callscope.analytics.flags.FlagRules;
import java.util.List;

/**
 * Where the desk gets what it shows.
 *
 * @param departments ids of the departments that a card can be handed to
 */
public record DeskSources(
        Cards cards, FalseMarks falseMarks, RuleStudy study, FlagRules rules, List<String> departments) {
    public DeskSources {
        departments = List.copyOf(departments);
    }
}
