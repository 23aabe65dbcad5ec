package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.learn.Disagreement;
import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.accuracy.learn.TuningCall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one may learn of the evidence to mend the machine with. One use. */
final class LearningAssembly {
    private static final String TUNING = "tuning";

    private final EvidenceAssembly evidence;

    LearningAssembly(EvidenceAssembly evidence) {
        this.evidence = evidence;
    }

    /** What people say of forces and codes, on calls that were drawn for tuning. */
    Tuning tuning() {
        Catalogue catalogue = evidence.catalogue();
        List<Item> items = Stream.concat(catalogue.forces().stream(), catalogue.codes().keySet().stream())
                .toList();
        List<TuningCall> calls = evidence.calls().stream()
                .filter(call -> call.role().equals(TUNING))
                .map(call -> new TuningCall(call.call(), people(items, call)))
                .filter(call -> !call.people().isEmpty())
                .toList();
        return new Tuning(calls, evidence.isSimulated());
    }

    private Map<Item, Label> people(List<Item> items, ReviewedCallRow call) {
        Map<Item, Label> people = new HashMap<>();
        for (Item item : items) {
            CheckedCall checked = evidence.checked(item, call);
            Label said = checked.people();
            if (said != null && isSettled(checked)) {
                people.put(item, said);
            }
        }
        return people;
    }

    /** Where both differ, on calls that may be learned from. */
    List<Disagreement> disagreements(Item item) {
        List<Disagreement> found = new ArrayList<>();
        for (ReviewedCallRow call : evidence.of(item)) {
            CheckedCall checked = evidence.checked(item, call);
            Label machine = checked.machine();
            Label people = checked.people();
            if (call.learnable()
                    && isSettled(checked)
                    && checked.isComparable()
                    && machine != null
                    && people != null
                    && (machine == Label.MARKED) != (people == Label.MARKED)) {
                found.add(new Disagreement(
                        call.call(),
                        call.week(),
                        call.at(),
                        call.role(),
                        machine,
                        people,
                        call.version(),
                        call.inForce()));
            }
        }
        return found;
    }

    /** Whoever is to score the call a second time, or to decide between two, has not seen the machine's answer yet. */
    private static boolean isSettled(CheckedCall call) {
        return call.decided() != null
                || (call.second() == null ? call.secondInclusion() == null : call.second() == call.first());
    }

    /** The week of each call that may not be learned from, of those that both have scored. */
    List<LocalDate> kept(Item item) {
        return evidence.of(item).stream()
                .filter(call ->
                        !call.learnable() && evidence.checked(item, call).isComparable())
                .map(ReviewedCallRow::week)
                .toList();
    }
}
