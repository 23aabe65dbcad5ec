package io.callscope.analytics.requests;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.report.Change.Verdict;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestCounts.OfPart;
import io.callscope.analytics.requests.RequestReport.Breaks;
import io.callscope.analytics.requests.RequestReport.Heard;
import io.callscope.analytics.requests.RequestReport.Part;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.ShareSeries.Shifted;
import io.callscope.analytics.users.TeamScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From counts to a report. Pure, immutable. */
final class RequestReporter {
    /** Weeks before that are compared with, at least. */
    static final int BASELINE = 12;

    private static final Fact CALLS = Fact.of("calls", "");
    private static final Fact CONTACTS = Fact.of("contact", "");
    private static final Fact BREAKS = Fact.of("break", "");
    private static final int SHOWN_PARTS = 5;

    private static final Comparator<Part> MOST = Comparator.comparingLong(
                    (Part part) -> part.share().count())
            .reversed()
            .thenComparing(Part::id, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What has changed first, the surest before; then what is most frequent. */
    private static final Comparator<Heard> CHANGED_FIRST = Comparator.comparing(
                    (Heard heard) -> heard.shift().verdict())
            .thenComparing(heard -> heard.shift().verdict() == Verdict.NOISE
                    ? 1.0
                    : Objects.requireNonNullElse(heard.shift().p(), 1.0))
            .thenComparing(heard -> heard.share().count(), Comparator.reverseOrder())
            .thenComparing(Heard::id);

    private final Codebook codebook;
    private final Competitors competitors;
    private final Weeks weeks;
    private final @Nullable String queue;
    private final TeamScope scope;

    RequestReporter(Codebook codebook, Competitors competitors, Weeks weeks, @Nullable String queue, TeamScope scope) {
        this.codebook = codebook;
        this.competitors = competitors;
        this.weeks = weeks;
        this.queue = queue;
        this.scope = scope;
    }

    /** The reported weeks with those that they are compared with. */
    static Weeks compared(Weeks weeks) {
        int before = Math.max(BASELINE, weeks.count());
        return new Weeks(weeks.first().minusWeeks(before), before + weeks.count(), weeks.zone());
    }

    /** Of what calls to listen to are shown. */
    List<Fact> wanted(List<OfPart> parts) {
        Stream<Fact> counted = parts.stream()
                .map(OfPart::fact)
                .filter(fact -> Set.of("reason", "signal", "name", "break-step").contains(fact.kind()));
        return Stream.concat(counted, new VoiceReporter(codebook, scope, parts).heardFrom().stream())
                .toList();
    }

    RequestReport report(RequestCounts counts) {
        WeeklySums sums = new WeeklySums(counts, weeks);
        List<Heard> signals = heard(
                counts,
                sums,
                CALLS,
                Stream.concat(Requested.NEEDS.stream(), Stream.of(Requested.COMPETITOR))
                        .map(signal -> Fact.of("signal", signal))
                        .toList());
        List<Heard> reasons = heard(counts, sums, CONTACTS, sums.items("reason"));
        return new RequestReport(
                weeks.first(),
                weeks.last(),
                weeks.count(),
                queue,
                compared(weeks).count() - weeks.count(),
                sums.now(CALLS),
                sums.now(CONTACTS),
                sums.now(Fact.of("unjudged", "")),
                signals.subList(0, Requested.NEEDS.size()),
                signals.get(Requested.NEEDS.size()),
                heard(
                        counts,
                        sums,
                        CALLS,
                        competitors.wordsByName().keySet().stream()
                                .map(name -> Fact.of("name", name))
                                .toList()),
                reasons.stream().sorted(CHANGED_FIRST).toList(),
                (int) reasons.stream()
                        .filter(reason -> reason.shift().p() != null)
                        .count(),
                breaks(counts, sums),
                new VoiceReporter(codebook, scope, counts.parts()).report(counts.hear()),
                counts.queues(),
                counts.waiting(),
                counts.simulated());
    }

    /** Compared with one another's p in mind. */
    private static List<Heard> heard(RequestCounts counts, WeeklySums sums, Fact of, List<Fact> facts) {
        List<Shifted> shifted = ShareSeries.compared(
                facts.stream().map(fact -> sums.series(fact, of)).toList());
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            List<ToHear> hear = counts.hear().getOrDefault(fact, List.of());
            Shifted one = shifted.get(i);
            heard.add(new Heard(fact.item(), one.share(), one.shift(), about(counts, fact), hear));
        }
        return heard;
    }

    /** Contact reasons of the calls with a signal. */
    private static List<Part> about(RequestCounts counts, Fact signal) {
        if (!signal.kind().equals("signal")) {
            return List.of();
        }
        List<OfPart> reasons = counts.parts().stream()
                .filter(part -> part.fact().kind().equals("signal-reason")
                        && part.fact().item().equals(signal.item()))
                .toList();
        long all = reasons.stream().mapToLong(OfPart::calls).sum();
        return reasons.stream()
                .map(part -> new Part(part.fact().part(), Share.of(part.calls(), all, 1)))
                .sorted(MOST)
                .limit(SHOWN_PARTS)
                .toList();
    }

    private Breaks breaks(RequestCounts counts, WeeklySums sums) {
        Heard any = heard(counts, sums, CALLS, List.of(BREAKS)).get(0);
        return new Breaks(
                any.share(),
                any.shift(),
                heard(counts, sums, CALLS, sums.items("break-step")).stream()
                        .filter(step -> step.share().count() > 0)
                        .sorted(Comparator.comparingLong(
                                        (Heard step) -> step.share().count())
                                .reversed()
                                .thenComparing(Heard::id))
                        .toList(),
                parts(counts, "break-stage", sums.now(CALLS)),
                products(counts));
    }

    private static List<Part> parts(RequestCounts counts, String kind, long of) {
        return counts.parts().stream()
                .filter(part -> part.fact().kind().equals(kind))
                .map(part -> new Part(part.fact().item(), Share.of(part.calls(), of, 1)))
                .sorted(MOST)
                .toList();
    }

    /** Each product's breaks out of its own calls. */
    private static List<Part> products(RequestCounts counts) {
        Map<String, Long> calls = new LinkedHashMap<>();
        counts.parts().stream()
                .filter(part -> part.fact().kind().equals("product"))
                .forEach(part -> calls.put(part.fact().item(), part.calls()));
        return counts.parts().stream()
                .filter(part -> part.fact().kind().equals("break-product"))
                .map(part -> {
                    String product = part.fact().item();
                    Share share = Share.of(part.calls(), calls.getOrDefault(product, 0L), 1);
                    return new Part(product.isEmpty() ? null : product, share);
                })
                .sorted(MOST)
                .toList();
    }
}
