package io.callscope.transcribe.child;

/** The child ended while it worked on a request. */
final class ChildEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the request may have to do with it. */
    enum Part {
        /** It was being worked on: it may be the reason. */
        SUSPECT,
        /** Another one is known to be the reason. */
        BYSTANDER,
        /** It waited for something, and whoever was worked on for its sake is not it. */
        WAITING
    }

    private final transient ChildEnd end;
    private final Part part;

    ChildEndedException(ChildEnd end, Part part) {
        super("%s: %s".formatted(end.cause().id(), end.detail()));
        this.end = end;
        this.part = part;
    }

    ChildEnd end() {
        return end;
    }

    Part part() {
        return part;
    }
}
