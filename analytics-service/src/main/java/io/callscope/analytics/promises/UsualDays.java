package io.callscope.analytics.promises;

import io.callscope.kit.config.Bounds;

/**
 * Terms of promises that name none, in working days after the call, 1 to 60 each.
 *
 * @param callBack default 1
 * @param visit default 3
 * @param refund default 10
 * @param answer default 3
 * @param delivery default 3
 * @param other default 3
 */
public record UsualDays(
        Integer callBack, Integer visit, Integer refund, Integer answer, Integer delivery, Integer other) {
    private static final int LONGEST = 60;

    public UsualDays {
        callBack = callBack == null ? 1 : callBack;
        visit = visit == null ? 3 : visit;
        refund = refund == null ? 10 : refund;
        answer = answer == null ? 3 : answer;
        delivery = delivery == null ? 3 : delivery;
        other = other == null ? 3 : other;
        Bounds.requireRange("callBack", callBack, 1, LONGEST);
        Bounds.requireRange("visit", visit, 1, LONGEST);
        Bounds.requireRange("refund", refund, 1, LONGEST);
        Bounds.requireRange("answer", answer, 1, LONGEST);
        Bounds.requireRange("delivery", delivery, 1, LONGEST);
        Bounds.requireRange("other", other, 1, LONGEST);
    }

    public static UsualDays defaults() {
        return new UsualDays(1, 3, 10, 3, 3, 3);
    }

    int of(PromiseKind kind) {
        return switch (kind) {
            case CALL_BACK -> callBack;
            case VISIT -> visit;
            case REFUND -> refund;
            case ANSWER -> answer;
            case DELIVERY -> delivery;
            case OTHER -> other;
        };
    }
}
