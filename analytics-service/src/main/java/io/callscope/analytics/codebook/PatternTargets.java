package io.callscope.analytics.codebook;

import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Resolution;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the pattern files of a language may speak of: which ids each file may hold, and how a target is written.
 * Immutable.
 */
public final class PatternTargets {
    /** What a target of a signal begins with. */
    public static final String SIGNAL = "signal:";
    /** What a target of a contact reason begins with. */
    public static final String REASON = "reason:";
    /** What a target of a journey stage begins with. */
    public static final String STAGE = "stage:";
    /** What a target of a repeat cause begins with. */
    public static final String CAUSE = "repeat:";
    /** The customer says that he calls again. */
    public static final String REPEAT_SAID = CAUSE + "said";
    /** What a target of a resolution begins with. */
    public static final String RESOLUTION = "resolution:";

    private final Map<String, Set<String>> known = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Set<String> stages;

    PatternTargets(CodebookParts parts) {
        for (Force force : Force.values()) {
            String prefix = force.id() + ".";
            add(
                    force.id(),
                    prefix,
                    parts.codes().stream()
                            .filter(code -> code.force() == force)
                            .map(code -> code.id().substring(prefix.length())));
        }
        add("signals", SIGNAL, parts.signals().stream().map(SignalDefinition::id));
        add("contact-reasons", REASON, parts.reasons().stream().map(ReasonDefinition::id));
        add("journey-stages", STAGE, parts.stages().stream().map(StageDefinition::id));
        add(
                "repeat-contacts",
                CAUSE,
                Stream.concat(Stream.of("said"), parts.causes().stream().map(CauseDefinition::id)));
        add("resolution", RESOLUTION, Arrays.stream(Resolution.values()).map(Resolution::id));
        stages = ids(parts.stages(), StageDefinition::id);
    }

    private static <T> Set<String> ids(List<T> items, Function<T, String> id) {
        return items.stream().map(id).collect(Collectors.toSet());
    }

    private void add(String file, String prefix, Stream<String> ids) {
        known.put(file, ids.collect(Collectors.toSet()));
        prefixes.put(file, prefix);
    }

    Set<String> files() {
        return known.keySet();
    }

    Set<String> known(String file) {
        return known.getOrDefault(file, Set.of());
    }

    String prefix(String file) {
        return prefixes.getOrDefault(file, "");
    }

    Set<String> stages() {
        return stages;
    }
}
