package io.callscope.standalone.month;

import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.promises.PromiseState;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts.Link;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import io.callscope.statistics.BinaryCounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what was found in a month with what is true of it. Immutable. */
final class MonthScore {
    private final List<MonthCall> calls;
    private final Map<String, MonthCall> byId = new HashMap<>();

    MonthScore(List<MonthCall> calls) {
        this.calls = List.copyOf(calls);
        this.calls.forEach(call -> byId.put(call.id(), call));
    }

    /**
     * Share of contacts whose reason is heard.
     *
     * @param heard contact reason by call
     */
    double reasonsRight(Map<String, String> heard) {
        return calls.stream()
                .filter(call -> call.truth().kind() == Kind.CONTACT)
                .mapToInt(call -> call.truth().reason().equals(heard.get(call.id())) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    BinaryCounts links(List<Link> links) {
        Set<Link> truth = knowable().stream()
                .map(call -> new Link(call.id(), String.valueOf(call.truth().repeats())))
                .collect(Collectors.toSet());
        Set<Link> found = new HashSet<>(links);
        int hits = (int) found.stream().filter(truth::contains).count();
        return new BinaryCounts(hits, found.size() - hits, truth.size() - hits, 0);
    }

    /**
     * Causes against the truth; a repeat that was not linked to what it repeats misses its cause.
     *
     * @param causes of linked contacts
     */
    Map<String, BinaryCounts> causes(List<Link> links, Map<String, String> causes) {
        Set<Link> found = new HashSet<>(links);
        Map<String, BinaryCounts> counts = new TreeMap<>();
        Map<String, String> truth = new HashMap<>();
        for (MonthCall call : knowable()) {
            String cause = Objects.requireNonNull(call.truth().cause());
            truth.put(call.id(), cause);
            boolean linked = found.contains(
                    new Link(call.id(), String.valueOf(call.truth().repeats())));
            boolean hit = linked && cause.equals(causes.get(call.id()));
            counts.merge(cause, new BinaryCounts(hit ? 1 : 0, 0, hit ? 0 : 1, 0), BinaryCounts::plus);
        }
        causes.forEach((call, cause) -> {
            if (!cause.equals(truth.get(call))) {
                counts.merge(cause, new BinaryCounts(0, 1, 0, 0), BinaryCounts::plus);
            }
        });
        return counts;
    }

    /** Of all issues that began in the time, also of people who hide their number. */
    double fcr(Instant from, Instant to) {
        Set<String> repeated = calls.stream()
                .map(call -> call.truth().repeats())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return calls.stream()
                .filter(call -> call.truth().kind() == Kind.CONTACT
                        && call.truth().repeats() == null
                        && !call.truth().crowded())
                .filter(call ->
                        !call.startedAt().isBefore(from) && call.startedAt().isBefore(to))
                .mapToInt(call -> repeated.contains(call.id()) ? 0 : 1)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Promises against the truth.
     *
     * @param heard every promise that was read, with what became of it
     */
    MonthPromises promises(List<FollowedPromise> heard) {
        Map<String, List<FollowedPromise>> byCall =
                heard.stream().collect(Collectors.groupingBy(one -> one.callId().value()));
        BinaryCounts made = BinaryCounts.EMPTY;
        BinaryCounts calledBack = BinaryCounts.EMPTY;
        long termed = 0;
        for (MonthCall call : calls) {
            List<FollowedPromise> of = byCall.getOrDefault(call.id(), List.of());
            boolean promised = call.truth().ending() == Ending.PROMISE
                    && (call.truth().kind() == Kind.CONTACT || call.truth().kind() == Kind.LEG);
            made = made.plus(BinaryCounts.one(promised, !of.isEmpty()));
            if (!promised || of.isEmpty()) {
                continue;
            }
            termed += of.stream().anyMatch(one -> one.dueAt() != null) ? 1 : 0;
            if (call.number() != null && !call.truth().crowded()) {
                calledBack = calledBack.plus(
                        BinaryCounts.one(isCalledBack(call), of.stream().anyMatch(MonthScore::isDone)));
            }
        }
        return new MonthPromises(made, termed, calledBack);
    }

    private static boolean isDone(FollowedPromise promise) {
        return promise.state() == PromiseState.KEPT || promise.state() == PromiseState.LATE;
    }

    private boolean isCalledBack(MonthCall promised) {
        return calls.stream()
                .anyMatch(call -> call.truth().kind() == Kind.CALL_BACK
                        && call.truth().issue().equals(promised.truth().issue())
                        && call.startedAt().isAfter(promised.startedAt()));
    }

    /** Repeats whose number is the one that the earlier contact came from. */
    private List<MonthCall> knowable() {
        return calls.stream().filter(this::isKnowable).toList();
    }

    private boolean isKnowable(MonthCall later) {
        String number = later.number();
        String repeats = later.truth().repeats();
        return number != null
                && repeats != null
                && number.equals(Objects.requireNonNull(byId.get(repeats)).number());
    }
}
