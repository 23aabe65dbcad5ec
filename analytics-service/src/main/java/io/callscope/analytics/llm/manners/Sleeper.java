package io.callscope.analytics.llm.manners;

import java.time.Duration;

/** How time passes between two attempts. */
@FunctionalInterface
public interface Sleeper {
    /** Really waits. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;
}
