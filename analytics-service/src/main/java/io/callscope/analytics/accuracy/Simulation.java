package io.callscope.analytics.accuracy;

/** How calls and reviews that nobody made are told from others. */
public final class Simulation {
    /** The version key of the machine that scores simulated calls; no real one has it. */
    public static final String VERSION = "simulated";

    private Simulation() {}
}
