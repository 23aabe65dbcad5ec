package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.AccuracyEvidence;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.analytics.accuracy.RescoredCall;
import io.callscope.analytics.accuracy.ScoredTotal;
import io.callscope.analytics.accuracy.read.EvidenceRows.InForce;
import io.callscope.analytics.accuracy.read.EvidenceRows.MachineAnswer;
import io.callscope.model.analysis.Force;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rows of the store together to evidence of every item. One use. */
final class EvidenceAssembly {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Catalogue catalogue;
    private final EvidenceRows rows;

    EvidenceAssembly(Catalogue catalogue, EvidenceRows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
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
        catalogue.weights().forEach((scorecard, weights) -> totals.put(scorecard, totals(scorecard, weights)));
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

    /** Of what reports show shares of. */
    List<ItemEvidence> ofReports() {
        return Stream.concat(catalogue.forces().stream(), Stream.of(catalogue.repeat()))
                .map(item -> evidence(item, rows.calls()))
                .toList();
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
                    MachineAnswer machine = machine(item, call, rows.now());
                    return new RescoredCall(
                            checked(item, call),
                            version(item.scorecard()),
                            machine == null ? null : label(machine.answer()),
                            machine == null ? null : machine.probability());
                })
                .toList();
    }

    /** What machine and people said of an item in a call. */
    CheckedCall checked(Item item, ReviewedCallRow call) {
        if (isPair(item)) {
            return checkedPair(item, call);
        }
        MachineAnswer machine = machine(item, call, rows.then());
        return new CheckedCall(
                call.call(),
                item.kind() == ItemKind.REPEAT && call.customer() != null ? call.customer() : call.agent(),
                call.at(),
                call.pi(),
                call.secondPi(),
                true,
                true,
                call.inForce() ? version(item.scorecard()) : call.version(),
                machine == null ? null : label(machine.answer()),
                machine == null ? null : machine.probability(),
                said(item, call.first()),
                call.second() == null ? null : said(item, call.second()),
                call.decided() == null ? null : said(item, call.decided()),
                call.recognition());
    }

    private CheckedCall checkedPair(Item item, ReviewedCallRow call) {
        PairLabels labels = PairLabels.of(item, rows.pairs().get(call.call()));
        return new CheckedCall(
                call.call(),
                call.customer() != null ? call.customer() : call.agent(),
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

    private static @Nullable MachineAnswer machine(Item item, ReviewedCallRow call, MachineLabels labels) {
        return switch (item.kind()) {
            case CRITERION -> criteria(call, labels).get(item.id());
            case FORCE ->
                heard(labels.forces().getOrDefault(call.call(), Set.of()).contains(item.id()));
            case CODE ->
                heard(labels.codes().getOrDefault(call.call(), Set.of()).contains(item.id()));
            case LINK, CAUSE -> null;
            case REPEAT -> call.repeat() == null ? null : heard(call.repeat());
        };
    }

    private static Map<String, MachineAnswer> criteria(ReviewedCallRow call, MachineLabels labels) {
        return labels.criteria().getOrDefault(EvidenceRows.scored(call.call(), call.scorecard()), Map.of());
    }

    private static MachineAnswer heard(boolean heard) {
        return new MachineAnswer(heard ? YES : NO, null);
    }

    private @Nullable Label said(Item item, long review) {
        Map<String, String> answers = rows.answers().getOrDefault(review, Map.of());
        String subject = item.kind().id();
        String answer = answers.get(EvidenceRows.subject(subject, item.kind() == ItemKind.REPEAT ? "" : item.id()));
        if (answer == null && item.kind() == ItemKind.CODE) {
            // a code is given where its force has a barrier, and is not there everywhere else
            Force force = Objects.requireNonNull(catalogue.codes().get(item));
            answer = answers.containsKey(EvidenceRows.subject(ItemKind.FORCE.id(), force.id())) ? NO : null;
        }
        return answer == null ? null : label(answer);
    }

    private static @Nullable Label label(String answer) {
        return switch (answer) {
            case "not-met", YES -> Label.MARKED;
            case "met", NO -> Label.CLEAR;
            case "not-applicable" -> Label.NOT_APPLICABLE;
            default -> null;
        };
    }

    /** Over the criteria that machine and person have both scored, critical ones by their weight. */
    private List<ScoredTotal> totals(String scorecard, Map<String, Integer> weights) {
        List<ScoredTotal> totals = new ArrayList<>();
        InForce inForce = rows.versions().get(scorecard);
        for (ReviewedCallRow call : rows.calls()) {
            if (inForce == null || !call.inForce() || !call.scorecard().equals(scorecard)) {
                continue;
            }
            int all = 0;
            int machine = 0;
            int people = 0;
            for (Map.Entry<String, Integer> criterion : weights.entrySet()) {
                MachineAnswer answer = criteria(call, rows.then()).get(criterion.getKey());
                Label said = said(Item.criterion(scorecard, criterion.getKey()), call.first());
                Label scored = answer == null ? null : label(answer.answer());
                if (isScored(said) && isScored(scored)) {
                    all += criterion.getValue();
                    machine += scored == Label.CLEAR ? criterion.getValue() : 0;
                    people += said == Label.CLEAR ? criterion.getValue() : 0;
                }
            }
            if (all > 0) {
                totals.add(new ScoredTotal(call.call(), 100.0 * machine / all, 100.0 * people / all));
            }
        }
        return totals;
    }

    private static boolean isScored(@Nullable Label label) {
        return label == Label.MARKED || label == Label.CLEAR;
    }
}
