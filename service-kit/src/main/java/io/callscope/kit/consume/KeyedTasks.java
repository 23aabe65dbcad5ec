package io.callscope.kit.consume;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets one task of a key run at a time and the others wait their turn in the order they came. Confined to the polling
 * thread.
 */
final class KeyedTasks {
    private final Map<String, RecordTask> running = new HashMap<>();
    private final Map<String, Deque<RecordTask>> waiting = new HashMap<>();
    private final Consumer<RecordTask> start;

    KeyedTasks(Consumer<RecordTask> start) {
        this.start = start;
    }

    void add(RecordTask task) {
        String key = task.received().key();
        if (running.containsKey(key)) {
            waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(task);
        } else {
            run(key, task);
        }
    }

    /** The task is over; the next one of its key starts. */
    void over(RecordTask task) {
        String key = task.received().key();
        running.remove(key, task);
        Deque<RecordTask> queue = waiting.get(key);
        RecordTask next = queue == null ? null : queue.poll();
        if (queue != null && queue.isEmpty()) {
            waiting.remove(key);
        }
        if (next != null) {
            run(key, next);
        }
    }

    /** Forgets the waiting tasks that match; they will be delivered again. */
    int dropWaiting(Predicate<RecordTask> which) {
        int dropped = 0;
        for (Iterator<Deque<RecordTask>> queues = waiting.values().iterator(); queues.hasNext(); ) {
            Deque<RecordTask> queue = queues.next();
            int before = queue.size();
            queue.removeIf(which);
            dropped += before - queue.size();
            if (queue.isEmpty()) {
                queues.remove();
            }
        }
        return dropped;
    }

    Iterable<RecordTask> running() {
        return running.values();
    }

    int size() {
        return running.size() + waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private void run(String key, RecordTask task) {
        running.put(key, task);
        start.accept(task);
    }
}
