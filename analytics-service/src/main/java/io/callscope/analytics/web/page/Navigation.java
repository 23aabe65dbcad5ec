package io.callscope.analytics.web.page;

import io.callscope.analytics.users.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the header leads to. What people work with all day stands in the row; reports and what operations look at are one
 * step away, so that the row fits a laptop whatever a role may see. Stateless.
 */
final class Navigation {
    /** Only where a language model is configured. */
    private static final String MODEL = "model";

    private static final String REPORTS = "reports";
    private static final String SYSTEM = "system";

    private static final List<Entry> ENTRIES = List.of(
            new Entry("queue", "/queue", Permission.WORK_QUEUE, null),
            new Entry("promises", "/promises", Permission.FOLLOW_PROMISES, null),
            new Entry("review", "/review", Permission.REVIEW_CALLS, null),
            new Entry("calls", "/calls", Permission.READ_CALLS, null),
            new Entry("overview", "/", Permission.SEE_OVERVIEW, null),
            new Entry("plan", "/plan", Permission.SEE_PLAN, null),
            new Entry("appeals", "/appeals", Permission.SEE_APPEALS, null),
            new Entry("repeats", "/repeats", Permission.SEE_REPORTS, REPORTS),
            new Entry("forces", "/forces", Permission.SEE_FORCES, REPORTS),
            new Entry("requests", "/requests", Permission.SEE_REPORTS, REPORTS),
            new Entry("importance", "/importance", Permission.SEE_REPORTS, REPORTS),
            new Entry("accuracy", "/accuracy", Permission.SEE_ACCURACY, REPORTS),
            new Entry("rules", "/rules", Permission.SEE_RULES, SYSTEM),
            new Entry("failed", "/failed", Permission.SEE_FAILURES, SYSTEM),
            new Entry(MODEL, "/model", Permission.SEE_FAILURES, SYSTEM),
            new Entry("audit", "/audit", Permission.SEE_AUDIT, SYSTEM));

    private Navigation() {}

    private record Entry(
            String id,
            String address,
            Permission permission,
            @Nullable String menu) {}

    /**
     * The row for one viewer; a menu of one section is that section.
     *
     * @param address of the section that is shown
     * @param may what the viewer may do
     * @param model whether a language model is configured
     */
    static List<Section> of(String address, Predicate<Permission> may, boolean model) {
        List<Entry> shown = ENTRIES.stream()
                .filter(entry -> may.test(entry.permission()))
                .filter(entry -> model || !entry.id().equals(MODEL))
                .toList();
        List<Section> row = new ArrayList<>();
        shown.stream().filter(entry -> entry.menu() == null).forEach(entry -> row.add(section(entry, address)));
        for (String menu : List.of(REPORTS, SYSTEM)) {
            List<Section> inner = shown.stream()
                    .filter(entry -> menu.equals(entry.menu()))
                    .map(entry -> section(entry, address))
                    .toList();
            if (inner.size() > 1) {
                boolean current = inner.stream().anyMatch(Section::isCurrent);
                row.add(new Section(menu, inner.get(0).address(), current, inner));
            } else {
                row.addAll(inner);
            }
        }
        return List.copyOf(row);
    }

    private static Section section(Entry entry, String address) {
        return new Section(entry.id(), entry.address(), entry.address().equals(address), List.of());
    }
}
