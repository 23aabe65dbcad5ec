package io.callscope.transcribe.child;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A request that a child works on. Thread-safe. */
final class Asked {
    private final CompletableFuture<Frames.Frame> answer = new CompletableFuture<>();
    private volatile boolean waiting;
    private volatile boolean hung;
    private volatile long lastSign = System.nanoTime();

    CompletableFuture<Frames.Frame> answer() {
        return answer;
    }

    void waits() {
        waiting = true;
        lastSign = System.nanoTime();
    }

    void works() {
        waiting = false;
        lastSign = System.nanoTime();
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Looks whether nothing was heard of it for longer than it may be silent, and keeps that in mind. */
    boolean looksHung(ChildOptions options) {
        Duration patience = waiting ? options.waitTimeout() : options.hangTimeout();
        hung = System.nanoTime() - lastSign > patience.toNanos();
        return hung;
    }

    /** What the last look found. */
    boolean isHung() {
        return hung;
    }
}
