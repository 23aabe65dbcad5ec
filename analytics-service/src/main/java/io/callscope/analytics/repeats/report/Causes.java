package io.callscope.analytics.repeats.report;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.CauseDefinition.Preventable;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.CauseLine.Owner;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders repeats by cause: finer ones under their parent, another department's by department. Immutable. */
final class Causes {
    private static final String OTHER_DEPARTMENT = "other-department-process";
    private static final Set<String> APART = Set.of(Codebook.MASS_INCIDENT, Circumstances.NO_CAUSE);
    private static final int MOST_PAIRS = 3;

    private final Codebook codebook;
    private final RepeatSettings settings;

    Causes(Codebook codebook, RepeatSettings settings) {
        this.codebook = codebook;
        this.settings = settings;
    }

    /**
     * What one bar is of.
     *
     * @param department only where a cause is split by it
     */
    private record Key(String cause, @Nullable String department) {}

    List<CauseLine> lines(RepeatNumbers numbers, long repeats, int weeks) {
        Map<Key, List<OfCause>> counts = new LinkedHashMap<>();
        numbers.causes()
                .forEach(one -> counts.computeIfAbsent(key(one.cause(), one.owner()), key -> new ArrayList<>())
                        .add(one));
        Map<Key, List<Pair>> pairs = new HashMap<>();
        numbers.pairs()
                .forEach(pair -> pairs.computeIfAbsent(key(pair.cause(), pair.owner()), key -> new ArrayList<>())
                        .add(pair));
        List<CauseLine> unsummed = counts.entrySet().stream()
                .map(one ->
                        line(one.getKey(), one.getValue(), pairs.getOrDefault(one.getKey(), List.of()), repeats, weeks))
                .filter(line -> line.repeats() > 0)
                .sorted(Comparator.comparing(CauseLine::apart)
                        .thenComparing(CauseLine::repeats, Comparator.reverseOrder())
                        .thenComparing(CauseLine::cause)
                        .thenComparing(line -> Objects.requireNonNullElse(line.owner(), "")))
                .toList();
        return summed(unsummed, repeats);
    }

    private Key key(String cause, @Nullable String owner) {
        String shown = codebook.reportedCause(cause);
        return new Key(shown, shown.equals(OTHER_DEPARTMENT) ? owner : null);
    }

    private CauseLine line(Key key, List<OfCause> counts, List<Pair> pairs, long repeats, int weeks) {
        List<OfCause> now = counts.stream().filter(one -> !one.previous()).toList();
        long count = now.stream().mapToLong(OfCause::repeats).sum();
        Optional<CauseDefinition> definition = codebook.cause(key.cause());
        return new CauseLine(
                key.cause(),
                key.cause().equals(Circumstances.NO_CAUSE) ? List.of() : owners(now),
                definition
                        .map(CauseDefinition::preventable)
                        .map(Preventable::id)
                        .orElse(null),
                APART.contains(key.cause()),
                count,
                Share.of(count, repeats, 1),
                null,
                counts.stream()
                        .filter(OfCause::previous)
                        .mapToLong(OfCause::repeats)
                        .sum(),
                now.stream()
                        .filter(one -> one.basis() == Basis.SAID)
                        .mapToLong(OfCause::repeats)
                        .sum(),
                Cost.of(now.stream().mapToLong(OfCause::handleMs).sum(), weeks, settings),
                pairs.stream().limit(MOST_PAIRS).toList());
    }

    private static List<Owner> owners(List<OfCause> counts) {
        Map<Optional<String>, Long> byOwner = new LinkedHashMap<>();
        counts.forEach(one -> byOwner.merge(Optional.ofNullable(one.owner()), one.repeats(), Long::sum));
        return byOwner.entrySet().stream()
                .map(one -> new Owner(one.getKey().orElse(null), one.getValue()))
                .sorted(Comparator.comparing(Owner::repeats, Comparator.reverseOrder())
                        .thenComparing(owner -> Objects.requireNonNullElse(owner.department(), "")))
                .toList();
    }

    private static List<CauseLine> summed(List<CauseLine> lines, long repeats) {
        List<CauseLine> summed = new ArrayList<>();
        long sum = 0;
        for (CauseLine line : lines) {
            sum += line.repeats();
            summed.add(new CauseLine(
                    line.cause(),
                    line.owners(),
                    line.preventable(),
                    line.apart(),
                    line.repeats(),
                    line.share(),
                    line.apart() ? null : (double) sum / repeats,
                    line.previous(),
                    line.heard(),
                    line.cost(),
                    line.pairs()));
        }
        return summed;
    }
}
