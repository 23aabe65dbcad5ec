package io.callscope.transcribe.child;

/**
 * Who may use the child: several requests at once, or one suspect alone. Suspects come first, and nobody comes in while
 * the child is to be exchanged. Thread-safe.
 */
final class Turns {
    private final int parallel;
    private int running;
    private int suspects;
    private boolean alone;
    private boolean draining;

    Turns(int parallel) {
        this.parallel = parallel;
    }

    /**
     * Waits for a place.
     *
     * @return whether the caller, who is alone for now, is to exchange the child and to say {@link #drained()} then
     */
    synchronized boolean enter() throws InterruptedException {
        while (alone || suspects > 0 || running >= parallel || (draining && running > 0)) {
            wait();
        }
        running++;
        return draining;
    }

    /** Gives up the place, and waits to be the only one. In one step, or others would slip in between. */
    synchronized void leaveAndEnterAlone() throws InterruptedException {
        suspects++;
        running--;
        notifyAll();
        try {
            while (running > 0) {
                wait();
            }
            running = 1;
            alone = true;
        } catch (InterruptedException e) {
            // the caller leaves whether it got in or not
            running++;
            throw e;
        } finally {
            suspects--;
        }
    }

    /**
     * @param wasAlone whether the place was one alone
     */
    synchronized void leave(boolean wasAlone) {
        running--;
        alone &= !wasAlone;
        notifyAll();
    }

    /** From now on nobody comes in until the last is out. */
    synchronized void drain() {
        draining = true;
    }

    /** The child was exchanged. */
    synchronized void drained() {
        draining = false;
        notifyAll();
    }
}
