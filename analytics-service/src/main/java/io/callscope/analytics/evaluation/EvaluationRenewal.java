package io.callscope.analytics.evaluation;

import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.StoredCalls;
import io.callscope.analytics.store.StoredCalls.Place;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates stored calls again when the scorecards in force are others than those they were evaluated by, page by page and
 * without hearing anything again. After a restart it begins anew unless it had come to the end. Thread-safe.
 */
public final class EvaluationRenewal implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EvaluationRenewal.class);

    /** Transcripts of so many calls are in memory at once. */
    private static final int PAGE = 50;

    private final StoredCalls calls;
    private final RenewedEvaluations store;
    private final Supplier<Scorecards> scorecards;
    private final Clock clock;
    private final RepeatedWork work;
    private String finished = "";

    /** @param scorecards those in force */
    public EvaluationRenewal(
            StoredCalls calls, RenewedEvaluations store, Supplier<Scorecards> scorecards, Clock clock) {
        this.calls = Objects.requireNonNull(calls, "calls");
        this.store = Objects.requireNonNull(store, "store");
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.work = new RepeatedWork("renew-evaluations", this::renew);
    }

    /** Begins to look whether the scorecards have changed. */
    public void start(Duration first, Duration pause) {
        work.start(first, pause);
    }

    /** Goes through all calls if the scorecards have changed since it last did. */
    void renew() {
        String wanted = hash(scorecards.get());
        if (wanted.equals(finished)) {
            return;
        }
        if (!store.finished().equals(wanted)) {
            long renewed = 0;
            Instant to = clock.instant();
            Place place = Place.before(Instant.EPOCH);
            while (true) {
                List<StoredCall> page = new ArrayList<>();
                Place next = calls.next(place, to, PAGE, page::add);
                if (next.equals(place)) {
                    break;
                }
                for (StoredCall call : page) {
                    if (!hash(scorecards.get()).equals(wanted)
                            || Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    renewed += store.renew(call, clock.instant()) ? 1 : 0;
                }
                place = next;
            }
            store.finish(wanted, clock.instant());
            LOGGER.atInfo().addKeyValue("calls", renewed).log("calls evaluated by the scorecards in force");
        }
        finished = wanted;
    }

    private static String hash(Scorecards scorecards) {
        return Hashes.of(scorecards.all().stream().map(Scorecard::version).toList());
    }

    @Override
    public void close() {
        work.close();
    }
}
