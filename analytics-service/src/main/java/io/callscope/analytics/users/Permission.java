package io.callscope.analytics.users;

/** What a role may do. Every route names the one that it needs. */
public enum Permission {
    /** Counts, without words of a call. */
    SEE_OVERVIEW,
    /** Calls that could not be processed, and why; no words of a call. */
    SEE_FAILURES,
    /** Lists, text and marks of the calls of one's teams. */
    READ_CALLS,
    /** Their recordings. */
    HEAR_CALLS,
    /** What was promised to customers, and saying what became of it. */
    FOLLOW_PROMISES,
    /** Comments on them. */
    COMMENT,
    /** Cards of the queue: take, check, put off, hand over. */
    WORK_QUEUE,
    /** Scoring planned calls blind: what the machine says of them stays hidden until then. */
    REVIEW_CALLS,
    /** The week's sample and how far its reviews are. */
    SEE_PLAN,
    /** Making the plan, freeing seats, deciding where two reviewers differ. */
    LEAD_REVIEWS,
    /** Appeals: how far they are, and what was decided. */
    SEE_APPEALS,
    /** Reading the scores of one's teams and objecting to them. */
    FILE_APPEALS,
    /** Deciding appeals against scores that one has neither given nor seen. */
    DECIDE_APPEALS,
    /** Lists as files. */
    EXPORT,
    /** How far the machine may be trusted: figures of reviews, no call by name. */
    SEE_ACCURACY,
    /** Where machine and people differ on calls that it may be mended with: calls by name, no words of any. */
    LEARN_FROM_REVIEWS,
    /** What repeats, why, and what it costs: figures of the whole center. */
    SEE_REPORTS,
    /** How often which force is hurt, where and by whom it can be mended: counts alone. */
    SEE_FORCES,
    /** Bringing in surveys and figures of elsewhere. */
    IMPORT_FIGURES,
    /** Offering kept filters to everybody. */
    SHARE_VIEWS,
    /** How often a rule fires and is confirmed. */
    SEE_RULES,
    /** What the language model takes. */
    SEE_COSTS,
    /** Having the language model asked again about parked calls. */
    RESUME_CALLS,
    /** Who played, read or exported which call. */
    SEE_AUDIT
}
