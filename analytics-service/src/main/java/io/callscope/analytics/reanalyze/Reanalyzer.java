package io.callscope.analytics.reanalyze;

import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.store.Renewals;
import io.callscope.analytics.store.Renewals.Renewal;
import io.callscope.analytics.store.StoredCalls;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import io.callscope.kit.thread.DaemonThreads;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hears stored calls with another rulebook: says what would differ, and puts it in force. Both read the calls page by
 * page. Putting in force is a transaction for each call, so that it can end at any moment; what is renewed already is of
 * the new version and is passed by when it is done again. Close it.
 */
public final class Reanalyzer implements AutoCloseable {
    private final Walk walk;
    private final Rulebook rulebook;
    private final Clock clock;
    private final ExecutorService threads;

    /**
     * @param threads calls that are judged at once, 1 or more
     */
    public Reanalyzer(StoredCalls calls, Rulebook rulebook, int threads, Clock clock) {
        this.walk = new Walk(calls);
        this.rulebook = Objects.requireNonNull(rulebook, "rulebook");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.threads = Executors.newFixedThreadPool(threads, DaemonThreads.named("reanalyze"));
    }

    /** What came of putting a reanalysis in force. */
    public record Applied(long renewed, long sameVersion, long passedOver) {}

    /** A call heard again. */
    private record Heard(StoredCall call, CallAnalysis analysis, boolean answered) {
        boolean isSameVersion() {
            return call.analysis().versions().key().equals(analysis.versions().key());
        }
    }

    /**
     * What would differ; nothing is changed.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store or the language model is away
     */
    public Difference compare(Span span, Progress progress) throws InterruptedException {
        return compare(span, new MendingTally(Tuning.none()), progress);
    }

    /**
     * The same, and which disagreements with people would be mended or made.
     *
     * @param mending takes the calls that people scored
     */
    public Difference compare(Span span, MendingTally mending, Progress progress) throws InterruptedException {
        Comparison comparison = new Comparison();
        walk.through(span, progress, page -> {
            for (Heard heard : hear(page)) {
                String callId = heard.call().transcribed().callId().value();
                CallAnalysis before = heard.call().analysis();
                comparison.add(callId, before, heard.analysis(), heard.answered());
                mending.add(callId, before, heard.analysis(), heard.answered());
            }
        });
        return comparison.difference();
    }

    /**
     * Puts what is heard now in the place of what was compared. A call that has another analysis or transcript by then is
     * passed over, and so is one that the language model has no answer for: its analysis may be worth more.
     *
     * @param number of the reanalysis in the log
     * @throws io.callscope.kit.failure.RetryableException when the store or the language model is away; what was done
     *     until then is in force
     */
    public Applied apply(long number, Span span, Renewals renewals, ReanalysisLog log, Progress progress)
            throws InterruptedException {
        log.applying(number, clock.instant());
        long[] counts = new long[3];
        walk.through(span, progress, page -> {
            long passedOver = 0;
            for (Heard heard : hear(page)) {
                if (heard.isSameVersion()) {
                    counts[1]++;
                } else if (heard.answered() && renew(number, heard, renewals)) {
                    counts[0]++;
                } else {
                    passedOver++;
                }
            }
            counts[2] += passedOver;
            if (passedOver > 0) {
                log.passedOver(number, passedOver);
            }
        });
        log.applied(number, clock.instant());
        return new Applied(counts[0], counts[1], counts[2]);
    }

    private boolean renew(long number, Heard heard, Renewals renewals) {
        StoredCall call = heard.call();
        CallAnalyzed analyzed = new CallAnalyzed(
                call.transcribed().callId(), call.transcribed().metadata(), heard.analysis(), clock.instant());
        return renewals.renew(
                call.transcribed(),
                analyzed,
                new Renewal(number, call.analysis().versions().key()));
    }

    private List<Heard> hear(List<StoredCall> page) throws InterruptedException {
        List<Callable<Heard>> tasks = new ArrayList<>();
        page.forEach(call -> tasks.add(() -> hear(call)));
        List<Heard> heard = new ArrayList<>();
        for (Future<Heard> one : threads.invokeAll(tasks)) {
            try {
                heard.add(one.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("a call could not be heard again", e.getCause());
            }
        }
        return heard;
    }

    private Heard hear(StoredCall call) throws InterruptedException {
        Judgement judgement = rulebook.judge().judge(call.transcribed());
        return new Heard(call, rulebook.step().apply(call.transcribed(), judgement), judgement.unanswered() == null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
