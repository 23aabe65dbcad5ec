package io.callscope.kit.topic;

/** Names of the consumer groups; the processes of one service share one. */
public final class Groups {
    /** transcribe-service. */
    public static final String TRANSCRIBE = "callscope-transcribe";

    /** analytics-service. */
    public static final String ANALYTICS = "callscope-analytics";

    private Groups() {}
}
