package io.callscope.standalone.send;

import io.callscope.kit.thread.DaemonThreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many files, a few at a time. Thread-safe. */
public final class BulkImport {
    /** Enough to keep one ingest service busy, few enough for its spool. */
    private static final int AT_ONCE = 4;

    private final IngestClient client;

    public BulkImport(IngestClient client) {
        this.client = client;
    }

    /**
     * Sends every file; returns when each has its outcome.
     *
     * @param afterEach called once for each file, from several threads
     */
    public ImportSummary send(List<ImportItem> items, Runnable afterEach) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, DaemonThreads.named("send"));
        try {
            List<Future<SendOutcome>> futures = new ArrayList<>();
            for (ImportItem item : items) {
                futures.add(senders.submit(() -> {
                    SendOutcome outcome = client.send(item);
                    afterEach.run();
                    return outcome;
                }));
            }
            Map<ImportItem, SendOutcome> outcomes = new LinkedHashMap<>();
            for (int index = 0; index < items.size(); index++) {
                outcomes.put(items.get(index), outcome(futures.get(index)));
            }
            return ImportSummary.of(outcomes);
        } finally {
            senders.shutdownNow();
        }
    }

    private static SendOutcome outcome(Future<SendOutcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return new SendOutcome.Rejected(String.valueOf(e.getCause()));
        }
    }
}
