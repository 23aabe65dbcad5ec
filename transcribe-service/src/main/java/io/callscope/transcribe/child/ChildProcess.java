package io.callscope.transcribe.child;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the child, seen from its parent. Thread-safe. */
final class ChildProcess implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChildProcess.class);
    private static final long LEAVE_WITHIN_MS = 3_000;

    private final Process process;
    private final Frames frames;
    private final ChildOptions options;
    private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger answered = new AtomicInteger();
    /** Why it is being ended, before anyone sees that it ended. */
    private final AtomicReference<ChildEnd> reason = new AtomicReference<>();

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<ChildEnd> ended = new CompletableFuture<>();

    ChildProcess(ChildCommand command, ChildOptions options) throws IOException {
        this.options = options;
        this.process = command.start();
        this.frames = new Frames(process.getInputStream(), process.getOutputStream());
        Thread reader = new Thread(this::read, "child-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @throws ChildEndedException when it does not come up in time, or ends instead
     */
    void awaitReady() throws InterruptedException, ChildEndedException {
        try {
            ready.get(options.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end(new ChildEnd(ChildEnd.Cause.NOT_STARTED, "not ready within " + options.startTimeout()));
            throw new ChildEndedException(ended.join(), ChildEndedException.Part.BYSTANDER);
        } catch (ExecutionException e) {
            throw new ChildEndedException(ended.join(), ChildEndedException.Part.BYSTANDER);
        } catch (InterruptedException e) {
            end(new ChildEnd(ChildEnd.Cause.CLOSED, "starting it was abandoned"));
            throw e;
        }
    }

    /**
     * Asks and waits for the answer.
     *
     * @return the answer as JSON
     * @throws RejectedCallException or {@link RetryableException} as the child threw it
     * @throws ChildEndedException when the child ended instead
     */
    byte[] ask(String kind, byte[] question) throws InterruptedException, ChildEndedException {
        long id = ids.incrementAndGet();
        Asked request = new Asked();
        asked.put(id, request);
        try {
            frames.write(Message.of(Message.Type.ASK, id, kind, null), question);
        } catch (IOException e) {
            // it ended just now; its reader says how
            LOGGER.atDebug().setCause(e).log("a request met a closed pipe");
        }
        if (ended.isDone()) {
            fail(request, ended.join());
        }
        try {
            return answer(request.answer().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ChildEndedException end) {
                throw end;
            }
            throw new IllegalStateException("an answer was lost", e);
        } catch (InterruptedException e) {
            cancel(id);
            throw e;
        }
    }

    /** It stays among the asked until the child has let go of it: one that hangs must be noticed all the same. */
    private void cancel(long id) {
        try {
            frames.write(Message.of(Message.Type.CANCEL, id));
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("the child ended before it could be told to stop");
        }
    }

    private static byte[] answer(Frames.Frame frame) throws InterruptedException {
        Message head = frame.head();
        String text = String.valueOf(head.text());
        return switch (head.type()) {
            case ANSWER -> frame.body();
            case REJECTED ->
                throw new RejectedCallException(
                        RejectReason.ofId(String.valueOf(head.word())).orElse(RejectReason.INTERNAL_ERROR), text);
            case RETRYABLE -> throw new RetryableException(text, null);
            case CANCELLED -> throw new InterruptedException("the child was told to stop");
            default -> throw new IllegalStateException("the child failed with " + text);
        };
    }

    private void read() {
        try {
            Frames.Frame frame = frames.read();
            while (frame != null) {
                take(frame);
                frame = frames.read();
            }
        } catch (IOException | RuntimeException e) {
            // where it was killed, Java closes the pipe under its reader
            if (reason.get() == null) {
                LOGGER.atWarn().addKeyValue("error", e.toString()).log("the child's pipe broke");
            }
        }
        sawEnd();
    }

    private void take(Frames.Frame frame) {
        if (frame.head().type() == Message.Type.READY) {
            ready.complete(null);
            return;
        }
        Asked request = asked.get(frame.head().id());
        if (request == null) {
            // a second answer to a request that was told to stop
            return;
        }
        switch (frame.head().type()) {
            case WAITING -> request.waits();
            case PROGRESS -> request.works();
            default -> {
                asked.remove(frame.head().id());
                answered.incrementAndGet();
                request.answer().complete(frame);
            }
        }
    }

    private void sawEnd() {
        // Without its pipe it is of no use: it may still be there when it wrote nonsense.
        waitFor(LEAVE_WITHIN_MS);
        process.destroyForcibly();
        waitFor(LEAVE_WITHIN_MS);
        String status = process.isAlive() ? "it cannot be killed" : "exit status " + process.exitValue();
        boolean cameUp = ready.isDone();
        ChildEnd unasked = new ChildEnd(cameUp ? ChildEnd.Cause.CRASHED : ChildEnd.Cause.NOT_STARTED, status);
        ChildEnd end = Objects.requireNonNullElse(reason.get(), unasked);
        ended.complete(end);
        ready.completeExceptionally(new IllegalStateException("ended before it was ready"));
        List<Asked> left = new ArrayList<>(asked.values());
        asked.clear();
        left.forEach(request -> fail(request, end));
    }

    private void waitFor(long milliseconds) {
        try {
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Asked request, ChildEnd end) {
        request.answer().completeExceptionally(new ChildEndedException(end, partOf(request, end)));
    }

    private static ChildEndedException.Part partOf(Asked request, ChildEnd end) {
        boolean isSuspect = switch (end.cause()) {
            case CRASHED, TOO_LARGE -> true;
            case HUNG -> request.isHung();
            case RECYCLED, NOT_STARTED, CLOSED -> false;
        };
        if (!isSuspect) {
            return ChildEndedException.Part.BYSTANDER;
        }
        return request.isWaiting() ? ChildEndedException.Part.WAITING : ChildEndedException.Part.SUSPECT;
    }

    /** Kills it where a request hangs or its memory has grown without bounds. */
    void check(long resident) {
        // every one is looked at: several may hang
        if (asked.values().stream()
                        .filter(request -> request.looksHung(options))
                        .count()
                > 0) {
            end(new ChildEnd(ChildEnd.Cause.HUNG, "no progress within " + options.hangTimeout()));
        } else if (resident > 2 * options.maxMemory().bytes()) {
            end(new ChildEnd(
                    ChildEnd.Cause.TOO_LARGE,
                    "%d MiB of memory, expected at most %s".formatted(resident >> 20, options.maxMemory())));
        }
    }

    /** Kills it. */
    void end(ChildEnd why) {
        reason.compareAndSet(null, why);
        process.destroyForcibly();
    }

    /** Whether it can be asked: it has not ended, and nobody is ending it. */
    boolean isAlive() {
        return reason.get() == null && !ended.isDone();
    }

    /** Requests that it is done with. */
    int answered() {
        return answered.get();
    }

    /** Its size in RAM, bytes; 0 where the system does not tell. */
    long resident() {
        return isAlive() ? ResidentMemory.of(process.pid()) : 0;
    }

    long pid() {
        return process.pid();
    }

    /** Completed when it has ended, with how. */
    CompletableFuture<ChildEnd> ended() {
        return ended;
    }

    /** Lets it go, and kills it when it does not; returns when it is gone. */
    void close(ChildEnd.Cause cause) {
        reason.compareAndSet(null, new ChildEnd(cause, "asked to go"));
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("the child was gone already");
        }
        waitFor(LEAVE_WITHIN_MS);
        process.destroyForcibly();
        waitFor(LEAVE_WITHIN_MS);
    }

    @Override
    public void close() {
        close(ChildEnd.Cause.CLOSED);
    }
}
