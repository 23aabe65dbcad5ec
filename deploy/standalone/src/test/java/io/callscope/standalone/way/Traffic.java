package io.callscope.standalone.way;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Recorders that send one call after another and repeat each until it is acknowledged. */
final class Traffic {
    private static final int EVERY_TRANSCRIPT = 3;
    private static final long PAUSE_MS = 150;
    private static final long RETRY_MS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CallClient client;
    private final List<Thread> senders = new ArrayList<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopping;

    Traffic(CallClient client, int senderCount) {
        this.client = client;
        for (int i = 0; i < senderCount; i++) {
            senders.add(new Thread(this::sendUntilStopped, "recorder-" + i));
        }
    }

    void start() {
        senders.forEach(Thread::start);
    }

    /** Waits until so many more calls were acknowledged. */
    void awaitProgress(int calls) {
        int before = acknowledged.size();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> acknowledged.size() >= before + calls);
    }

    /** Each sender ends with the call it is at, acknowledged. */
    Set<String> stopAndGetAcknowledged() throws InterruptedException {
        stopping = true;
        for (Thread sender : senders) {
            sender.join();
        }
        return acknowledged;
    }

    private void sendUntilStopped() {
        try {
            while (!stopping) {
                int number = next.incrementAndGet();
                String callId = "crash-%04d".formatted(number);
                while (!send(callId, number)) {
                    Thread.sleep(RETRY_MS);
                }
                acknowledged.add(callId);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send(String callId, int number) throws InterruptedException {
        try {
            HttpResponse<String> response = number % EVERY_TRANSCRIPT == 0
                    ? client.putTranscript(callId, "где мой заказ номер " + number + " никто не может сказать")
                    : client.putRecording(callId, WavFiles.tone(2, 1 + number % 3, number));
            if (response.statusCode() == 409) {
                throw new IllegalStateException("call %s: the same content was taken for another".formatted(callId));
            }
            return response.statusCode() == 200 || response.statusCode() == 201;
        } catch (IOException e) {
            return false;
        }
    }
}
