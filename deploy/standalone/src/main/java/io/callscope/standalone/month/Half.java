package io.callscope.standalone.month;

import java.util.List;
import java.util.stream.IntStream;

/** Which of the sentences a month is made of, so that what patterns were tuned on is not what they are measured on. */
public enum Half {
    /** All of them. */
    WHOLE,
    /** Those at even places, for whoever tunes patterns. */
    TUNED,
    /** Those at odd places, only for measuring. */
    HELD_OUT;

    /** The sentences of this half, in their order; a list of one belongs to both halves. */
    <T> List<T> of(List<T> all) {
        if (this == WHOLE || all.size() < 2) {
            return List.copyOf(all);
        }
        return IntStream.range(0, all.size())
                .filter(at -> at % 2 == ordinal() - 1)
                .mapToObj(all::get)
                .toList();
    }
}
