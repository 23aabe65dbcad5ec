package io.callscope.analytics.web.problem;

import java.util.Locale;

/** The kinds of problems, each with its stable name and its status. */
public enum ProblemType {
    BAD_PARAMETER(400),
    NOT_SIGNED_IN(401),
    FORBIDDEN(403),
    FOREIGN_ORIGIN(403),
    UNKNOWN_CALL(404),
    UNKNOWN_PAGE(404),
    UNKNOWN_VIEW(404),
    NO_AUDIO(404),
    METHOD_NOT_ALLOWED(405),
    UNKNOWN_PROMISE(404),
    UNKNOWN_CARD(404),
    CARD_CHANGED(409),
    CALL_CHANGED(409),
    PARTIES_UNKNOWN(409),
    NOT_UNDONE(409),
    BLIND_REVIEW(409),
    SEAT_TAKEN(409),
    SCORECARD_CHANGED(409),
    PLAN_EXISTS(409),
    EMPTY_WEEK(409),
    UNKNOWN_CALIBRATION(404),
    UNKNOWN_REVIEW(404),
    UNKNOWN_APPEAL(404),
    UNKNOWN_CRITERION(404),
    APPEAL_OWN_REVIEW(409),
    APPEAL_LATE(409),
    APPEAL_EXISTS(409),
    APPEAL_NOT_IMPARTIAL(409),
    APPEAL_NOT_TAKEN(409),
    APPEAL_DECIDED(409),
    APPEAL_EXPIRED(409),
    DRY_RUN_BUSY(503),
    AUDIO_UNTRANSCRIBED(409),
    AUDIO_WITHHELD(403),
    AUDIO_EXPIRED(410),
    EXPORT_TOO_LARGE(413),
    RANGE_NOT_SATISFIABLE(416),
    AUDIO_DAMAGED(502),
    STORE_AWAY(503),
    AUDIO_AWAY(503),
    INTERNAL_ERROR(500);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The last part of {@link #uri()}, and of the message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of RFC 9457. */
    public String uri() {
        return "urn:callscope:problem:" + id();
    }
}
