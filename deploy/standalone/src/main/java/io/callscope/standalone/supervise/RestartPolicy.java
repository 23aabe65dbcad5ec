package io.callscope.standalone.supervise;

import java.time.Duration;

/**
 * How long to wait before a child that died is started again: at once the first time, doubling up to 8 s, and from the
 * {@value #QUICK_DEATHS_OF_A_LOOP}th death in a row every 30 s. A life of a minute wipes the slate clean. One child's;
 * not thread-safe.
 */
final class RestartPolicy {
    static final int QUICK_DEATHS_OF_A_LOOP = 6;

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration HEALTHY_LIFE = Duration.ofMinutes(1);

    private int quickDeaths;

    /**
     * @param delay to wait before the next start
     * @param quickDeaths deaths in a row, each after less than a minute of life
     * @param loop whether this is a crash loop, of which somebody should be told loudly
     */
    record Decision(Duration delay, int quickDeaths, boolean loop) {}

    Decision onDeath(Duration lived) {
        quickDeaths = lived.compareTo(HEALTHY_LIFE) >= 0 ? 1 : quickDeaths + 1;
        boolean loop = quickDeaths >= QUICK_DEATHS_OF_A_LOOP;
        Duration delay = loop ? SLOW : FIRST.multipliedBy(1L << (quickDeaths - 1));
        return new Decision(delay, quickDeaths, loop);
    }
}
