package io.callscope.transcribe.child;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child's side: takes requests, does them on its threads, and answers. One for each process. */
public final class ChildServer {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChildServer.class);
    private static final long PROGRESS_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Does what one kind of request asks for; called by several threads at once. */
    @FunctionalInterface
    public interface Work<Q, A> {
        /**
         * @throws RejectedCallException when it can never be done
         * @throws RetryableException when it cannot be done now
         * @throws InterruptedException when it was broken off
         */
        A run(Q question, Progress progress) throws InterruptedException;
    }

    private record Served<Q, A>(RequestKind<Q, A> kind, Work<Q, A> work) {
        byte[] run(byte[] question, Progress progress) throws InterruptedException {
            return EventJson.write(work.run(EventJson.read(question, kind.question()), progress));
        }
    }

    private final Map<String, Served<?, ?>> served = new HashMap<>();

    private static final class Task extends FutureTask<Void> {
        private final AtomicBoolean begun;

        Task(Runnable work, AtomicBoolean begun) {
            super(
                    () -> {
                        begun.set(true);
                        work.run();
                    },
                    null);
            this.begun = begun;
        }
    }

    private final Map<Long, Task> running = new ConcurrentHashMap<>();
    private final Frames frames;

    ChildServer(Frames frames) {
        this.frames = frames;
    }

    /** A server on the pipes that {@link ChildCommand} made. */
    public static ChildServer onPipes() throws IOException {
        return new ChildServer(ChildCommand.pipesOfThisProcess());
    }

    /** Adds a kind of request. To be called before {@link #run}. */
    public <Q, A> ChildServer serve(RequestKind<Q, A> kind, Work<Q, A> work) {
        served.put(kind.id(), new Served<>(kind, work));
        return this;
    }

    /**
     * Serves until the other side closes its end.
     *
     * @param threads requests done at once; more wait
     */
    public void run(int threads) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            frames.write(Message.of(Message.Type.READY, 0));
            Frames.Frame frame = frames.read();
            while (frame != null) {
                take(frame, workers);
                frame = frames.read();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void take(Frames.Frame frame, ExecutorService workers) {
        long id = frame.head().id();
        switch (frame.head().type()) {
            case ASK -> {
                Task task = new Task(() -> answer(frame), new AtomicBoolean());
                running.put(id, task);
                workers.execute(task);
            }
            case CANCEL -> cancel(id);
            default -> LOGGER.atWarn().log("a message that is no request was ignored");
        }
    }

    private void cancel(long id) {
        Task task = running.remove(id);
        if (task != null && task.cancel(true) && !task.begun.get()) {
            // one that has begun answers by itself, once it has really let go
            write(Message.of(Message.Type.CANCELLED, id), new byte[0]);
        }
    }

    private void answer(Frames.Frame frame) {
        long id = frame.head().id();
        Message head;
        byte[] body = new byte[0];
        try {
            Served<?, ?> work = served.get(String.valueOf(frame.head().word()));
            if (work == null) {
                throw new IllegalStateException("a request of unknown kind");
            }
            body = work.run(frame.body(), new PipedProgress(id));
            head = Message.of(Message.Type.ANSWER, id);
        } catch (RejectedCallException e) {
            head = Message.of(Message.Type.REJECTED, id, e.reason().id(), e.getMessage());
        } catch (RetryableException e) {
            head = Message.of(Message.Type.RETRYABLE, id, null, e.getMessage());
        } catch (InterruptedException e) {
            head = Message.of(Message.Type.CANCELLED, id);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOGGER.atError().setCause(e).log("a request failed");
            // what an unforeseen error says may quote the call: only its kind goes on
            head = Message.of(Message.Type.FAILED, id, null, e.getClass().getName());
        }
        running.remove(id);
        write(head, body);
    }

    private void write(Message head, byte[] body) {
        try {
            frames.write(head, body);
        } catch (IOException e) {
            // the other side is gone, and this process is of no use without it
            throw new UncheckedIOException("the pipe is closed", e);
        }
    }

    /** Tells now and then; a message for every chunk of audio would be a waste. */
    private final class PipedProgress implements Progress {
        private final long id;
        private long told = System.nanoTime() - PROGRESS_EVERY_NANOS;

        PipedProgress(long id) {
            this.id = id;
        }

        @Override
        public void waiting() {
            write(Message.of(Message.Type.WAITING, id), new byte[0]);
            told = System.nanoTime() - PROGRESS_EVERY_NANOS;
        }

        @Override
        public void reached(long position) {
            long now = System.nanoTime();
            if (now - told >= PROGRESS_EVERY_NANOS) {
                told = now;
                write(new Message(Message.Type.PROGRESS, id, null, null, position), new byte[0]);
            }
        }
    }
}
