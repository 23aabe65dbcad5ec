package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.standalone.access.DemoUsers;
import io.callscope.standalone.access.UserAccess;
import io.callscope.standalone.platform.Installation;
import io.callscope.standalone.send.BulkImport;
import io.callscope.standalone.send.ImportDefaults;
import io.callscope.standalone.send.ImportItem;
import io.callscope.standalone.send.ImportSummary;
import io.callscope.standalone.send.IngestClient;
import io.callscope.standalone.supervise.PssSampler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;

/** Sends the demo calls and the simulated month through a running installation and reports what became of them. Not thread-safe. */
public final class Demo {
    /** The first call also waits for its language model, which may have to be fetched. */
    private static final Duration STALL_PATIENCE = Duration.ofMinutes(10);

    private final Path demoFolder;
    private final DemoScore score;
    private final DemoMonth month;
    private final DemoReviews reviews;
    private final long launchedAtMs;
    private final Consumer<String> notices;

    /**
     * @param demoFolder {@code deploy/demo}
     * @param month sent beside the calls; no figure but the decisions counts its calls
     * @param reviews of the month's calls
     * @param launchedAtMs from when the seconds of the report count
     * @param notices told what went wrong, in words for the person at the terminal
     */
    public Demo(
            Path demoFolder,
            DemoScore score,
            DemoMonth month,
            DemoReviews reviews,
            long launchedAtMs,
            Consumer<String> notices) {
        this.demoFolder = demoFolder;
        this.score = score;
        this.month = month;
        this.reviews = reviews;
        this.launchedAtMs = launchedAtMs;
        this.notices = notices;
    }

    /**
     * Sends the calls and waits until each is analyzed or failed.
     *
     * @param config of the running analytics service
     */
    public DemoReport run(Installation installation, AnalyticsConfig config) throws IOException, InterruptedException {
        try (PssSampler memory = PssSampler.start(installation::processes)) {
            List<ImportItem> items = DemoCalls.in(demoFolder);
            ImportSummary sent = send(items, installation);
            List<String> expected = items.stream()
                    .filter(item -> !sent.rejected().containsKey(item))
                    .map(ImportItem::callId)
                    .toList();
            Map<String, JsonNode> calls;
            DemoMonth.Result analyzed;
            Map<String, Integer> decisions;
            try (UserAccess access = UserAccess.open(installation.database())) {
                List<DemoUsers.NewUser> added = DemoUsers.addMissing(access);
                CallStates states = new CallStates(installation.ports().webUrl(), access.cookieFor(DemoUsers.PROGRAM));
                boolean alone = isAlone(states, items.size());
                if (alone) {
                    // the calls are recognised meanwhile
                    month.send(installation);
                }
                calls = await(expected, states);
                analyzed = month.await(states);
                if (alone) {
                    review(config);
                }
                decisions = DemoReviews.decisions(states.accuracy());
                sayPasswords(added);
            }
            Map<String, Double> f1 = score.microF1(calls, demoFolder);
            long seconds = Math.round((System.currentTimeMillis() - launchedAtMs) / 1000.0);
            return DemoReport.count(items.size(), calls, analyzed, decisions, f1, seconds, memory.peakMiB());
        }
    }

    /** Calls of customers are not mixed with some that nobody made, nor their figures with simulated reviews. */
    private boolean isAlone(CallStates states, int own) throws InterruptedException {
        long others = states.count("") - states.count(DemoMonth.SIMULATED);
        if (others > own) {
            notices.accept("there are %d calls that are not the demo's: no simulated month is put beside them"
                    .formatted(others - own));
        }
        return others <= own;
    }

    private void review(AnalyticsConfig config) throws IOException {
        int given = reviews.give(config, month.truths());
        if (given > 0) {
            notices.accept("%d reviews were given by a program; the accuracy page says so".formatted(given));
        }
    }

    private ImportSummary send(List<ImportItem> items, Installation installation) throws InterruptedException {
        IngestClient client = new IngestClient(installation.ports().ingestUrl(), ImportDefaults.none());
        ImportSummary summary;
        try (ProgressBar bar = new ProgressBar("sending demo calls", items.size())) {
            summary = new BulkImport(client).send(items, bar::step);
        }
        summary.rejected()
                .forEach((item, reason) -> notices.accept("rejected %s: %s".formatted(item.callId(), reason)));
        return summary;
    }

    private void sayPasswords(List<DemoUsers.NewUser> added) {
        if (!added.isEmpty()) {
            notices.accept("sign in as one of these; the passwords are shown only now:");
        }
        for (DemoUsers.NewUser one : added) {
            notices.accept("  %-12s %s".formatted(one.user().login(), one.password()));
        }
    }

    private Map<String, JsonNode> await(List<String> callIds, CallStates states) throws InterruptedException {
        Map<String, JsonNode> calls;
        try (ProgressBar bar = new ProgressBar("transcribing and analyzing", callIds.size())) {
            calls = states.awaitTerminal(callIds, STALL_PATIENCE, bar::stepTo);
        }
        TreeSet<String> waiting = new TreeSet<>(callIds);
        calls.forEach((callId, call) -> {
            if (CallStates.isTerminal(call)) {
                waiting.remove(callId);
            }
        });
        if (!waiting.isEmpty()) {
            notices.accept("nothing was finished for %d minutes; still waiting: %s"
                    .formatted(STALL_PATIENCE.toMinutes(), waiting));
        }
        return calls;
    }
}
