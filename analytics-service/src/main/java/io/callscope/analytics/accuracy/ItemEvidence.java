package io.callscope.analytics.accuracy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one item.
 *
 * @param item which one
 * @param version of the machine that scores calls now; evidence of another one proves nothing about it
 * @param since when that version scored its first call; null when it has scored none
 * @param population calls of that version the reviewed ones were drawn from
 * @param checked reviewed calls of every version, by time
 * @param rescored those of earlier versions that this version has scored, too
 */
public record ItemEvidence(
        Item item,
        String version,
        @Nullable Instant since,
        Population population,
        List<CheckedCall> checked,
        List<RescoredCall> rescored) {
    private static final Comparator<CheckedCall> ORDER =
            Comparator.comparing(CheckedCall::checkedAt).thenComparing(CheckedCall::call);

    public ItemEvidence {
        checked = checked.stream().sorted(ORDER).toList();
        rescored = rescored.stream()
                .filter(call -> call.earlier().isEvidence())
                .sorted(Comparator.comparing(RescoredCall::earlier, ORDER))
                .toList();
    }

    /** Evidence about the version that scores now, by time. */
    public List<CheckedCall> current() {
        return checked.stream()
                .filter(call -> call.isEvidence() && call.version().equals(version))
                .toList();
    }

    /** Those of them that show how well it scores. */
    public List<CheckedCall> comparable() {
        return current().stream().filter(CheckedCall::isComparable).toList();
    }

    /** As if the version in force had scored them in the first place. */
    public ItemEvidence withRescored() {
        return new ItemEvidence(
                item,
                version,
                since,
                population,
                Stream.concat(checked.stream(), rescored.stream().map(RescoredCall::now))
                        .toList(),
                List.of());
    }

    /** Evidence about versions before, by time. */
    public List<CheckedCall> earlier() {
        return checked.stream()
                .filter(call -> call.isEvidence() && !call.version().equals(version))
                .toList();
    }
}
