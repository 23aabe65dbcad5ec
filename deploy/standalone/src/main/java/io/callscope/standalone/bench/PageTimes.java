package io.callscope.standalone.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How long one page took, warm.
 *
 * @param page its name
 */
public record PageTimes(String page, List<Double> sortedMs) {
    static PageTimes of(String page, List<Double> ms) {
        double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new PageTimes(page, Arrays.stream(sorted).boxed().toList());
    }

    /** The time that so many of a hundred did not exceed. */
    public double percentileMs(int percent) {
        int place = (int) Math.ceil(percent / 100.0 * sortedMs.size());
        return sortedMs.get(Math.max(0, place - 1));
    }

    public double maxMs() {
        return percentileMs(100);
    }
}
