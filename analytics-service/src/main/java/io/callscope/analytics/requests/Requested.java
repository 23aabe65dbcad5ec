package io.callscope.analytics.requests;

import java.util.List;

/** Which signals are counted for what. Stateless. */
final class Requested {
    /** What customers miss. */
    static final List<String> NEEDS = List.of("unmet-need", "online-offline-gap");

    static final String COMPETITOR = "competitor";
    /** The customer has already tried to help himself. */
    static final String TRIED = "asked-again-in-app";

    /** The process keeps an agent from helping. */
    static final List<String> VOICE = List.of("system-fails", "no-authority", "knowledge-gap");

    /** The cause of a repeat that says that self-service broke. */
    static final String BROKE = "self-service-failed";

    private Requested() {}
}
