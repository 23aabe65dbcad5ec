package io.callscope.standalone.send;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of all files.
 *
 * @param accepted how many are new
 * @param alreadyThere how many the service had
 * @param rejected reason by file, in the order of the files
 */
public record ImportSummary(int accepted, int alreadyThere, Map<ImportItem, String> rejected) {
    public ImportSummary {
        rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
    }

    static ImportSummary of(Map<ImportItem, SendOutcome> outcomes) {
        int accepted = 0;
        int alreadyThere = 0;
        Map<ImportItem, String> rejected = new LinkedHashMap<>();
        for (Map.Entry<ImportItem, SendOutcome> each : outcomes.entrySet()) {
            if (each.getValue() instanceof SendOutcome.Rejected refusal) {
                rejected.put(each.getKey(), refusal.reason());
            } else if (each.getValue() instanceof SendOutcome.AlreadyThere) {
                alreadyThere++;
            } else {
                accepted++;
            }
        }
        return new ImportSummary(accepted, alreadyThere, rejected);
    }

    public boolean isComplete() {
        return rejected.isEmpty();
    }
}
