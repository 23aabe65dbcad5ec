package io.callscope.analytics.reanalyze;

import io.callscope.analytics.store.StoredCalls;
import io.callscope.analytics.store.StoredCalls.Place;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Goes through the calls of a span page by page, so that memory does not grow with their number. Thread-safe. */
final class Walk {
    /** Transcripts of so many calls are in memory at once. */
    private static final int PAGE = 50;

    private final StoredCalls calls;

    Walk(StoredCalls calls) {
        this.calls = Objects.requireNonNull(calls, "calls");
    }

    /** Does something with every page. */
    interface Step {
        void take(List<StoredCall> page) throws InterruptedException;
    }

    void through(Span span, Progress progress, Step step) throws InterruptedException {
        long of = Math.min(span.most(), calls.count(span.from(), span.to()));
        long done = 0;
        Place place = Place.before(span.from());
        progress.at(0, of);
        while (done < span.most()) {
            List<StoredCall> page = new ArrayList<>();
            int most = (int) Math.min(PAGE, span.most() - done);
            Place next = calls.next(place, span.to(), most, page::add);
            if (next.equals(place)) {
                break;
            }
            step.take(page);
            place = next;
            done += page.size();
            progress.at(done, Math.max(of, done));
        }
    }
}
