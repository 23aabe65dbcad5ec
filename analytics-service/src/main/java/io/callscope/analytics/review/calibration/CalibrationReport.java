package io.callscope.analytics.review.calibration;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.statistics.Interval;
import io.callscope.statistics.agreement.Coefficient;
import io.callscope.statistics.agreement.KrippendorffAlpha;
import io.callscope.statistics.agreement.Ratings;
import io.callscope.statistics.agreement.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people of a session agree on, by criterion. "Unscored" is no answer. Pure. */
public final class CalibrationReport {
    private static final double CONFIDENCE = 0.95;
    private static final List<Answer> ANSWERS = List.of(Answer.MET, Answer.NOT_MET, Answer.NOT_APPLICABLE);
    private static final double FAILURE = ANSWERS.indexOf(Answer.NOT_MET);

    private CalibrationReport() {}

    /**
     * Of each criterion, in the order given.
     *
     * @param criteria ids
     */
    public static List<CriterionCalibration> of(List<String> criteria, List<SessionAnswer> answers) {
        Map<String, List<SessionAnswer>> given = answers.stream()
                .filter(one -> one.answer() != Answer.UNSCORED)
                .collect(Collectors.groupingBy(SessionAnswer::criterion));
        return criteria.stream()
                .map(criterion -> criterion(criterion, given.getOrDefault(criterion, List.of())))
                .toList();
    }

    private static CriterionCalibration criterion(String id, List<SessionAnswer> answers) {
        Map<String, Map<String, Double>> people = new TreeMap<>();
        Map<String, Double> machine = new HashMap<>();
        for (SessionAnswer one : answers) {
            double value = ANSWERS.indexOf(one.answer());
            if (one.reviewer() == null) {
                machine.put(one.callId(), value);
            } else {
                people.computeIfAbsent(one.reviewer(), login -> new HashMap<>()).put(one.callId(), value);
            }
        }
        Map<String, List<Double>> byCall = byCall(people);
        Set<String> failing = byCall.entrySet().stream()
                .filter(call -> call.getValue().contains(FAILURE))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<List<Double>> units = List.copyOf(byCall.values());
        List<Double> categories = categories(units);
        Coefficient gwet = Ratings.of(units, categories)
                .gwet(Weights.none(categories.size()))
                .orElse(null);
        List<CriterionCalibration.Person> named = people(people, byCall);
        Interval ends = gwet == null || gwet.standardError() == 0 ? null : gwet.studentInterval(CONFIDENCE);
        return new CriterionCalibration(
                id,
                byCall.size(),
                (int) units.stream()
                        .filter(call -> call.stream().distinct().count() > 1)
                        .count(),
                failing.size(),
                agreement(units),
                gwet == null ? null : gwet.value(),
                ends == null ? null : ends.lower(),
                ends == null ? null : ends.upper(),
                alpha(units),
                named.stream().mapToDouble(one -> 1 - one.withOthers()).max().orElse(0),
                named,
                MachineTest.of(people, machine),
                MachineTest.of(only(people, failing), machine));
    }

    /** Met and not met, and not applicable where somebody says so: chance is spread over what people use. */
    private static List<Double> categories(List<List<Double>> units) {
        double last = ANSWERS.indexOf(Answer.NOT_APPLICABLE);
        return units.stream().anyMatch(call -> call.contains(last)) ? List.of(0.0, 1.0, last) : List.of(0.0, 1.0);
    }

    /** Answers of calls that two people or more have scored, in the order of the calls. */
    private static Map<String, List<Double>> byCall(Map<String, Map<String, Double>> people) {
        Map<String, List<Double>> byCall = new TreeMap<>();
        people.values()
                .forEach(answers -> answers.forEach((call, answer) ->
                        byCall.computeIfAbsent(call, id -> new ArrayList<>()).add(answer)));
        byCall.values().removeIf(call -> call.size() < 2);
        return byCall;
    }

    private static Map<String, Map<String, Double>> only(Map<String, Map<String, Double>> people, Set<String> calls) {
        Map<String, Map<String, Double>> some = new LinkedHashMap<>();
        people.forEach((person, answers) -> {
            Map<String, Double> kept = new HashMap<>(answers);
            kept.keySet().retainAll(calls);
            some.put(person, kept);
        });
        return some;
    }

    /** Mean over calls of the share of pairs that say the same. */
    private static @Nullable Double agreement(List<List<Double>> units) {
        return units.isEmpty()
                ? null
                : units.stream().mapToDouble(CalibrationReport::pairs).average().orElseThrow();
    }

    private static double pairs(List<Double> call) {
        double same = 0;
        for (int i = 0; i < call.size(); i++) {
            for (int j = 0; j < i; j++) {
                same += call.get(i).equals(call.get(j)) ? 1 : 0;
            }
        }
        return same / (call.size() * (call.size() - 1) / 2.0);
    }

    private static @Nullable Double alpha(List<List<Double>> units) {
        var alpha = KrippendorffAlpha.of(units, KrippendorffAlpha.Scale.NOMINAL);
        return alpha.isPresent() ? alpha.getAsDouble() : null;
    }

    private static List<CriterionCalibration.Person> people(
            Map<String, Map<String, Double>> people, Map<String, List<Double>> byCall) {
        return people.entrySet().stream()
                .map(one -> person(one.getKey(), one.getValue(), byCall))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(CriterionCalibration.Person::withOthers)
                        .thenComparing(CriterionCalibration.Person::login))
                .toList();
    }

    private static CriterionCalibration.@Nullable Person person(
            String login, Map<String, Double> own, Map<String, List<Double>> byCall) {
        int calls = 0;
        double same = 0;
        double stricter = 0;
        for (Map.Entry<String, Double> answer : own.entrySet()) {
            List<Double> all = byCall.get(answer.getKey());
            if (all != null) {
                double others = all.size() - 1.0;
                calls++;
                same += (count(all, answer.getValue()) - 1) / others;
                double failure = answer.getValue() == FAILURE ? 1 : 0;
                stricter += failure - (count(all, FAILURE) - failure) / others;
            }
        }
        return calls == 0 ? null : new CriterionCalibration.Person(login, calls, same / calls, stricter / calls);
    }

    private static double count(List<Double> answers, double value) {
        return answers.stream().filter(one -> one == value).count();
    }
}
