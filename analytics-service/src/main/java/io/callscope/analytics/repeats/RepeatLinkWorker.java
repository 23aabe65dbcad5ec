package io.callscope.analytics.repeats;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links customers whose calls have changed, every second, on a thread of its own. What it does not get to waits in the
 * database, also over a restart. Thread-safe.
 */
public final class RepeatLinkWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RepeatLinkWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Ruled> inForce;
    /** By which rules this process last saw to it that links are made. */
    private volatile String told = "";

    private final RepeatedWork work = new RepeatedWork("repeat-links", this::linkAll);

    /**
     * Links, and what they are made by.
     *
     * @param rulesHash of everything besides the calls that links depend on
     */
    public record Ruled(RepeatLinks links, String rulesHash) {
        public Ruled {
            Objects.requireNonNull(links, "links");
            Objects.requireNonNull(rulesHash, "rulesHash");
        }
    }

    /**
     * @param inForce asked before each round: with other rules everybody is linked again
     */
    public RepeatLinkWorker(Supplier<Ruled> inForce) {
        this.inForce = Objects.requireNonNull(inForce, "inForce");
    }

    /** Begins to link. */
    public void start() {
        work.start(Duration.ZERO, PAUSE);
    }

    /** Links until nobody waits. */
    void linkAll() {
        try {
            Ruled now = inForce.get();
            if (!told.equals(now.rulesHash())) {
                now.links().madeBy(now.rulesHash());
                told = now.rulesHash();
            }
            while (!Thread.currentThread().isInterrupted() && now.links().linkSome() > 0) {
                // some more wait
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("contacts wait to be linked");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
