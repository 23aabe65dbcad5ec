package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.read.EvidenceRows.MachineAnswer;
import java.util.Map;
import java.util.Set;

/**
 * What one version of the machine, or each call's own, says of reviewed calls.
 *
 * @param calls that it has scored, by call and scorecard
 * @param criteria by call and scorecard, then by criterion
 * @param forces with a barrier that it heard, by call
 * @param codes barriers that it heard, by call
 */
record MachineLabels(
        Set<String> calls,
        Map<String, Map<String, MachineAnswer>> criteria,
        Map<String, Set<String>> forces,
        Map<String, Set<String>> codes) {
    static MachineLabels none() {
        return new MachineLabels(Set.of(), Map.of(), Map.of(), Map.of());
    }
}
