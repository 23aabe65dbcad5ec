package io.callscope.standalone.supervise;

import java.time.Duration;

/** Where a child is between its first start and its end. */
public sealed interface ChildState {
    /** Not started yet. */
    record Idle() implements ChildState {}

    /** @param pid of the running process */
    record Running(long pid) implements ChildState {}

    /**
     * Died; will be started again.
     *
     * @param exitCode 128 + signal number when a signal killed it
     * @param quickDeaths deaths in a row
     * @param delay until the next start
     */
    record BackingOff(int exitCode, int quickDeaths, Duration delay) implements ChildState {}

    /** Said that its configuration is wrong, which no restart mends. */
    record Misconfigured() implements ChildState {}

    /** Was stopped by the supervisor. */
    record Stopped() implements ChildState {}
}
