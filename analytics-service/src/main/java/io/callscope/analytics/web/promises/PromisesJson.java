package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.promises.PromiseList;
import io.callscope.analytics.promises.PromiseWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, for other programs.
 *
 * @param date whose terms end on that day or before; null for any
 * @param total how many promises the filter leaves, on all pages
 * @param customers how many customers these are of
 * @param overdue how many of all are overdue
 * @param page from 1
 * @param promises of this page
 * @param weeks whose terms ended in the newest weeks, by what became of them; not narrowed by the filter
 */
record PromisesJson(
        @Nullable LocalDate date,
        long total,
        long customers,
        long overdue,
        int page,
        List<FollowedPromise> promises,
        List<PromiseWeek> weeks) {
    static PromisesJson of(PromisesQuery query, PromiseList list, List<PromiseWeek> weeks) {
        return new PromisesJson(
                query.date(),
                list.total(),
                list.customers(),
                list.overdue(),
                query.page(),
                list.promises(),
                List.copyOf(weeks));
    }
}
