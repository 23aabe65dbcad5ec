package io.callscope.analytics.web;

import java.util.Map;

/** How far the consumers are behind. Implementations are thread-safe and answer from memory. */
public interface LagSource {
    /** Records not yet handled, by topic, in the order of the pipeline; empty while nothing is known. */
    Map<String, Long> lagByTopic();

    /** For processes that do not consume. */
    static LagSource unknown() {
        return Map::of;
    }
}
