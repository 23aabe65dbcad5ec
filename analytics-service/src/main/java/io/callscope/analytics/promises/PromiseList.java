package io.callscope.analytics.promises;

import java.util.List;

/**
 * Some promises.
 *
 * @param promises overdue ones first, then by their term; decided ones the latest term first
 * @param total how many there are in all
 * @param customers how many customers these are
 * @param overdue how many of all are overdue
 */
public record PromiseList(List<FollowedPromise> promises, long total, long customers, long overdue) {
    public PromiseList {
        promises = List.copyOf(promises);
    }
}
