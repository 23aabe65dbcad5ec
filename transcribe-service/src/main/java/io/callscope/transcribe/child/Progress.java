package io.callscope.transcribe.child;

/** Tells the other side that work goes on; without it the work counts as hung. Used by the thread that works. */
public interface Progress {
    /** Waits for something that the request is not to blame for, such as a model that is being loaded. */
    void waiting();

    /**
     * Works.
     *
     * @param position how far it came, in any unit that grows, such as milliseconds of audio
     */
    void reached(long position);
}
