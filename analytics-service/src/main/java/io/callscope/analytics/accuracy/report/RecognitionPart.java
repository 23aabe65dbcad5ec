package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Agreement on a third of the reviewed calls, by how sure speech recognition was: an item may be right on clean audio
 * only.
 *
 * @param from least confidence of the third, 0 to 1
 * @param to highest
 * @param agreement of machine and people there; plain counts
 */
public record RecognitionPart(double from, double to, Figure agreement) {
    private static final int PARTS = 3;

    /** Fewer calls in a part say more about chance. */
    private static final int FEWEST = 30;

    /** By rising confidence; empty when thirds would be too small. */
    static List<RecognitionPart> of(List<CheckedCall> comparable) {
        List<CheckedCall> known = comparable.stream()
                .filter(call -> call.recognition() != null)
                .sorted(Comparator.comparing(call -> Objects.requireNonNull(call.recognition())))
                .toList();
        if (known.size() < PARTS * FEWEST) {
            return List.of();
        }
        List<RecognitionPart> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<CheckedCall> calls = known.subList(part * known.size() / PARTS, (part + 1) * known.size() / PARTS);
            long same = calls.stream()
                    .filter(call -> (call.machine() == Label.MARKED) == (call.people() == Label.MARKED))
                    .count();
            parts.add(new RecognitionPart(
                    Objects.requireNonNull(calls.get(0).recognition()),
                    Objects.requireNonNull(calls.get(calls.size() - 1).recognition()),
                    Figure.plain(same, calls.size())));
        }
        return parts;
    }
}
