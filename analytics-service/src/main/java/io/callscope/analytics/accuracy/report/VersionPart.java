package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of one version of the machine.
 *
 * @param version its key
 * @param first when people first scored a call of it
 * @param last when they last did
 * @param agreement of machine and people; plain counts
 */
public record VersionPart(String version, Instant first, Instant last, Figure agreement) {
    /** By the time of the first review. */
    static List<VersionPart> of(List<CheckedCall> checked) {
        Map<String, List<CheckedCall>> versions = new LinkedHashMap<>();
        checked.stream()
                .filter(call -> call.isEvidence() && call.isComparable())
                .forEach(call -> versions.computeIfAbsent(call.version(), version -> new ArrayList<>())
                        .add(call));
        return versions.entrySet().stream()
                .map(version -> of(version.getKey(), version.getValue()))
                .toList();
    }

    private static VersionPart of(String version, List<CheckedCall> calls) {
        long same = calls.stream()
                .filter(call -> (call.machine() == Label.MARKED) == (call.people() == Label.MARKED))
                .count();
        return new VersionPart(
                version,
                calls.get(0).checkedAt(),
                calls.get(calls.size() - 1).checkedAt(),
                Figure.plain(same, calls.size()));
    }
}
