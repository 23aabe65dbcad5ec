package io.callscope.analytics.review.appeals;

import java.util.Objects;

/** An appeal cannot be filed, taken or decided. */
public final class AppealRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Refusal {
        /** No review of that number that he may see and that a team may object to. */
        UNKNOWN_REVIEW,
        /** The review has no answer on that criterion. */
        UNKNOWN_CRITERION,
        /** He gave the review himself. */
        APPEAL_OWN_REVIEW,
        /** The term for objecting is over. */
        APPEAL_LATE,
        /** There is one on this criterion of this review. */
        APPEAL_EXISTS,
        /** No appeal of that number that he may see. */
        UNKNOWN_APPEAL,
        /** He filed it, scored the call, or knows a score of it. */
        APPEAL_NOT_IMPARTIAL,
        /** Somebody else is deciding it, or nobody took it. */
        APPEAL_NOT_TAKEN,
        /** It is decided. */
        APPEAL_DECIDED,
        /** The term for deciding is over. */
        APPEAL_EXPIRED
    }

    private final Refusal refusal;
    private final String about;

    AppealRefusedException(Refusal refusal, Object about) {
        super("%s: %s".formatted(refusal, about));
        this.refusal = Objects.requireNonNull(refusal, "refusal");
        this.about = String.valueOf(about);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Number or criterion that is refused. */
    public String about() {
        return about;
    }
}
