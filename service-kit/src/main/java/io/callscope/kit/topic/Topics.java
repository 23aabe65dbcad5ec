package io.callscope.kit.topic;

import java.util.List;

/** Names of the topics. The key of every topic of calls is the call id. */
public final class Topics {
    /** Chunks of recordings; delete-only, kept by time. */
    public static final String AUDIO = "calls.audio.v1";

    /** {@link io.callscope.model.recording.CallRecorded}. */
    public static final String RECORDED = "calls.recorded.v1";

    /** {@link io.callscope.model.transcript.CallImported}. */
    public static final String IMPORTED = "calls.imported.v1";

    /** {@link io.callscope.model.transcript.CallTranscribed}. */
    public static final String TRANSCRIBED = "calls.transcribed.v1";

    /** {@link io.callscope.model.analysis.CallAnalyzed}. */
    public static final String ANALYZED = "calls.analyzed.v1";

    /** {@link io.callscope.model.review.CallReviewed}. */
    public static final String REVIEWED = "calls.reviewed.v1";

    /** {@link io.callscope.model.accuracy.AccuracyAlarm}; the key is what the alarm is about. */
    public static final String ALARMS = "accuracy.alarms.v1";

    /** The event topics that are consumed here, each of which has a dead-letter topic. */
    public static final List<String> CONSUMED = List.of(RECORDED, IMPORTED, TRANSCRIBED);

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}

    /** The topic for records of {@code topic} that cannot be processed. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    public static boolean isDeadLetters(String topic) {
        return topic.endsWith(DEAD_LETTER_SUFFIX);
    }
}
