package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.AccuracyEvidence;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.analytics.accuracy.RescoredCall;
import io.callscope.analytics.accuracy.ScoredTotal;
import io.callscope.analytics.accuracy.read.EvidenceRows.MachineAnswer;
import io.callscope.analytics.accuracy.report.ErrorRates;
import io.callscope.analytics.accuracy.report.Reviewed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rows of the store together to evidence of every item. One use. */
final class EvidenceAssembly {
    private final Catalogue catalogue;
    private final EvidenceRows rows;
    private final AnswerLabels labels;

    EvidenceAssembly(Catalogue catalogue, EvidenceRows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.labels = new AnswerLabels(catalogue, rows);
    }

    AccuracyEvidence evidence() {
        List<ItemEvidence> items = new ArrayList<>();
        for (Item item : catalogue.criteria()) {
            items.add(evidence(
                    item,
                    rows.calls().stream()
                            .filter(call -> call.scorecard().equals(item.scorecard()))
                            .toList()));
        }
        for (Item force : catalogue.forces()) {
            items.add(evidence(force, rows.calls()));
        }
        // most codes are never heard: a row for each would hide the others
        for (Item code : catalogue.codes().keySet()) {
            ItemEvidence evidence = evidence(code, rows.calls());
            if (evidence.checked().stream()
                    .anyMatch(call -> call.machine() == Label.MARKED || call.people() == Label.MARKED)) {
                items.add(evidence);
            }
        }
        items.add(evidence(catalogue.repeat(), rows.calls()));
        addPairs(items);
        Map<String, List<ScoredTotal>> totals = new LinkedHashMap<>();
        catalogue.weights().forEach((scorecard, weights) -> totals.put(scorecard, labels.totals(scorecard, weights)));
        long simulated =
                rows.calls().stream().filter(ReviewedCallRow::simulated).count();
        return new AccuracyEvidence(items, totals, rows.calls().size(), simulated);
    }

    /** Whether no person gave any of the reviews, also because there is none. */
    boolean isSimulated() {
        return rows.calls().stream().allMatch(ReviewedCallRow::simulated);
    }

    /** Mondays of the weeks whose calls the version in force was reviewed on. */
    List<LocalDate> weeks() {
        return rows.calls().stream()
                .filter(ReviewedCallRow::inForce)
                .map(ReviewedCallRow::week)
                .distinct()
                .toList();
    }

    /** Reviewed calls that were scored on an item. */
    List<ReviewedCallRow> of(Item item) {
        return rows.calls().stream()
                .filter(call ->
                        item.kind() != ItemKind.CRITERION || call.scorecard().equals(item.scorecard()))
                .toList();
    }

    /** Every reviewed call. */
    List<ReviewedCallRow> calls() {
        return rows.calls();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Of what reports show shares of, for the version in force. */
    Reviewed ofReports() {
        List<Item> shown = Stream.of(
                        catalogue.forces().stream(),
                        catalogue.codes().keySet().stream(),
                        Stream.of(Item.anyForce(), catalogue.repeat()))
                .flatMap(items -> items)
                .toList();
        Map<String, ErrorRates> rates = new LinkedHashMap<>();
        shown.forEach(item ->
                rates.put(item.key(), ErrorRates.of(evidence(item, rows.calls()).current())));
        return new Reviewed(rates, causes());
    }

    /** Why customers call again, of contacts that the machine takes for repeats and people have compared with others. */
    private List<CheckedCause> causes() {
        List<CheckedCause> causes = new ArrayList<>();
        for (ReviewedCallRow call : rows.calls()) {
            PairRow pair = rows.pairs().get(call.call());
            String machine = pair == null ? null : pair.cause();
            if (pair == null || machine == null || !call.inForce()) {
                continue;
            }
            String said = pair.first().repeats() ? pair.first().cause() : CheckedCause.NO_REPEAT;
            if (said != null) {
                causes.add(new CheckedCause(
                        catalogue.reportedCauses().getOrDefault(machine, machine),
                        catalogue.reportedCauses().getOrDefault(said, said),
                        1 / call.pi(),
                        call.customerOrAgent()));
            }
        }
        return causes;
    }

    /** Only where somebody has compared calls, and causes that somebody has named. */
    private void addPairs(List<ItemEvidence> items) {
        if (rows.pairs().isEmpty()) {
            return;
        }
        items.add(evidence(catalogue.link(), rows.calls()));
        for (Item cause : catalogue.causes()) {
            ItemEvidence evidence = evidence(cause, rows.calls());
            if (evidence.checked().stream()
                    .anyMatch(call ->
                            call.isEvidence() && (call.machine() == Label.MARKED || call.people() == Label.MARKED))) {
                items.add(evidence);
            }
        }
    }

    private static boolean isPair(Item item) {
        return item.kind() == ItemKind.LINK || item.kind() == ItemKind.CAUSE;
    }

    private ItemEvidence evidence(Item item, List<ReviewedCallRow> calls) {
        return new ItemEvidence(
                item,
                version(item.scorecard()),
                since(item.scorecard()),
                population(item),
                calls.stream().map(call -> checked(item, call)).toList(),
                item.kind() == ItemKind.REPEAT ? List.of() : rescored(item, calls));
    }

    private Population population(Item item) {
        Population marked = rows.populations().get(item.key());
        return marked != null || item.kind() == ItemKind.CRITERION || item.kind() == ItemKind.REPEAT || isPair(item)
                ? Objects.requireNonNullElse(marked, Population.NONE)
                : new Population(0, rows.drawable());
    }

    /** Of a scorecard; of what no scorecard asks about, those of all together. */
    private String version(@Nullable String scorecard) {
        List<String> keys = rows.versions().entrySet().stream()
                .filter(one -> scorecard == null || one.getKey().equals(scorecard))
                .flatMap(one -> one.getValue().keys().stream())
                .distinct()
                .sorted()
                .toList();
        return String.join("+", keys);
    }

    private @Nullable Instant since(@Nullable String scorecard) {
        return rows.versions().entrySet().stream()
                .filter(one -> scorecard == null || one.getKey().equals(scorecard))
                .map(one -> one.getValue().since())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<RescoredCall> rescored(Item item, List<ReviewedCallRow> calls) {
        return calls.stream()
                .filter(call -> !call.inForce()
                        && rows.now().calls().contains(EvidenceRows.scored(call.call(), call.scorecard())))
                .map(call -> {
                    MachineAnswer machine = AnswerLabels.machine(item, call, rows.now());
                    return new RescoredCall(
                            checked(item, call),
                            version(item.scorecard()),
                            machine == null ? null : AnswerLabels.label(machine.answer()),
                            machine == null ? null : machine.probability());
                })
                .toList();
    }

    /** What machine and people said of an item in a call. */
    CheckedCall checked(Item item, ReviewedCallRow call) {
        if (isPair(item)) {
            return checkedPair(item, call);
        }
        MachineAnswer machine = AnswerLabels.machine(item, call, rows.then());
        People people = people(item, call);
        return new CheckedCall(
                call.call(),
                item.kind() == ItemKind.REPEAT ? call.customerOrAgent() : call.agent(),
                call.at(),
                call.pi(),
                call.secondPi(),
                true,
                true,
                call.inForce() ? version(item.scorecard()) : call.version(),
                machine == null ? null : AnswerLabels.label(machine.answer()),
                machine == null ? null : machine.probability(),
                people.first(),
                people.second(),
                people.decided(),
                call.recognition());
    }

    /** What up to three people say. */
    private record People(
            @Nullable Label first,
            @Nullable Label second,
            @Nullable Label decided) {}

    private People people(Item item, ReviewedCallRow call) {
        PairRow pair = item.kind() == ItemKind.REPEAT ? rows.pairs().get(call.call()) : null;
        if (pair != null) {
            // who heard the customer's other calls knows more than who heard this one
            PairLabels labels = PairLabels.repeat(pair);
            return new People(labels.first(), labels.second(), null);
        }
        return new People(
                labels.said(item, call.first()),
                call.second() == null ? null : labels.said(item, call.second()),
                call.decided() == null ? null : labels.said(item, call.decided()));
    }

    private CheckedCall checkedPair(Item item, ReviewedCallRow call) {
        PairLabels labels = PairLabels.of(item, rows.pairs().get(call.call()));
        return new CheckedCall(
                call.call(),
                call.customerOrAgent(),
                call.at(),
                call.pi(),
                call.secondPi(),
                true,
                true,
                call.inForce() ? version(item.scorecard()) : call.version(),
                labels.machine(),
                null,
                labels.first(),
                labels.second(),
                null,
                call.recognition());
    }
}
