package io.callscope.kit.ops;

import java.util.Objects;

/**
 * How a part of a service is.
 *
 * @param isUp whether it works
 * @param detail the stored failure when it does not; "ok" when it does
 */
public record Health(boolean isUp, String detail) {
    public Health {
        Objects.requireNonNull(detail, "detail");
    }

    public static Health up() {
        return new Health(true, "ok");
    }

    public static Health down(String failure) {
        return new Health(false, failure);
    }
}
