package io.callscope.analytics.reanalyze;

/** Told again and again how far a reanalysis is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, of) -> {};

    /** @param of how many calls there were at the start */
    void at(long done, long of);
}
