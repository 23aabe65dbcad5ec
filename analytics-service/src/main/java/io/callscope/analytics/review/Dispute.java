package io.callscope.analytics.review;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that two people have scored differently. Who said what is left out on purpose: whoever decides is to judge the
 * call, not his colleagues.
 *
 * @param items what they differ on, in the order of the form
 */
public record Dispute(
        LocalDate week,
        CallId callId,
        String scorecard,
        String scorecardVersion,
        @Nullable Instant startedAt,
        List<Item> items) {
    public Dispute {
        items = List.copyOf(items);
    }

    /**
     * One thing.
     *
     * @param answers both answers, in an order that says nothing of whose they are; a single one of a code or cause that only
     *     one of them names
     */
    public record Item(Subject subject, String item, List<String> answers) {
        public Item {
            answers = List.copyOf(answers);
        }
    }
}
