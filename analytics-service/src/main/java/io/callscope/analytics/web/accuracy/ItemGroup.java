package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.ItemRow;
import java.util.List;

/**
 * Rows that belong together. What nobody has reviewed yet says nothing of the machine and is shown apart.
 *
 * @param heading in the page's language
 * @param reviewed with at least one review beside the machine's answer
 * @param unreviewed the others
 */
public record ItemGroup(String heading, List<ItemRow> reviewed, List<ItemRow> unreviewed) {
    public ItemGroup {
        reviewed = List.copyOf(reviewed);
        unreviewed = List.copyOf(unreviewed);
    }

    static ItemGroup of(String heading, List<ItemRow> rows) {
        return new ItemGroup(
                heading,
                rows.stream().filter(ItemGroup::isReviewed).toList(),
                rows.stream().filter(row -> !isReviewed(row)).toList());
    }

    private static boolean isReviewed(ItemRow row) {
        return row.agreement().of() > 0;
    }
}
