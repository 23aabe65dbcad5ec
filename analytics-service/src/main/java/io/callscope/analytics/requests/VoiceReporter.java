package io.callscope.analytics.requests;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestCounts.OfPart;
import io.callscope.analytics.requests.RequestReport.Department;
import io.callscope.analytics.requests.RequestReport.Sign;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.RequestReport.Voice;
import io.callscope.analytics.users.TeamScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the process keeps agents from, told so that no agent can be told from it: a department is shown from
 * {@value #LEAST_CALLS} calls of {@value #LEAST_AGENTS} agents on. Those that are not are taken together when that is
 * enough; else nothing is told of them, and the figures of all are those of the shown ones, so that nothing is left by
 * subtraction. Pure, immutable.
 */
final class VoiceReporter {
    static final int LEAST_CALLS = Share.FEW;
    static final int LEAST_AGENTS = 5;
    /** Calls are named only where a signal is heard from so many agents. */
    static final int LEAST_HEARD = 3;

    private final Codebook codebook;
    private final TeamScope scope;
    private final Map<String, OfPart> owners = new LinkedHashMap<>();
    private final Map<Fact, OfPart> signs = new LinkedHashMap<>();

    VoiceReporter(Codebook codebook, TeamScope scope, List<OfPart> parts) {
        this.codebook = codebook;
        this.scope = scope;
        for (OfPart part : parts) {
            if (part.fact().kind().equals("owner")) {
                owners.put(part.fact().item(), part);
            } else if (part.fact().kind().equals("voice")) {
                signs.put(part.fact(), part);
            }
        }
    }

    /** A group of calls. */
    private record Group(
            Department.Kind kind, @Nullable String department, Set<String> owners, long calls, long agents) {
        boolean isEnough() {
            return calls >= LEAST_CALLS && Long.bitCount(agents) >= LEAST_AGENTS;
        }
    }

    /** Of what calls may be named. */
    List<Fact> heardFrom() {
        return groups().stream()
                .filter(group -> group.kind() != Department.Kind.OTHERS)
                .flatMap(group -> Requested.VOICE.stream()
                        .map(signal -> new Fact("voice", signal, Objects.requireNonNullElse(group.department(), ""))))
                .filter(fact -> signs.containsKey(fact)
                        && Objects.requireNonNull(signs.get(fact)).leastAgents() >= LEAST_HEARD)
                .toList();
    }

    Voice report(Map<Fact, List<ToHear>> hear) {
        if (isOneTeam()) {
            return Voice.silent(Voice.State.ONE_TEAM, 0);
        }
        List<Group> groups = groups();
        int shown = groups.stream().mapToInt(group -> group.owners().size()).sum();
        int withheld = owners.size() - shown;
        if (groups.isEmpty()) {
            return Voice.silent(Voice.State.TOO_FEW, withheld);
        }
        List<Department> departments = groups.stream()
                .map(group -> new Department(
                        group.kind(),
                        group.department(),
                        group.calls(),
                        Requested.VOICE.stream()
                                .map(signal -> new Sign(signal, share(signal, group), named(signal, group, hear)))
                                .toList()))
                .toList();
        return new Voice(Voice.State.SHOWN, departments, withheld, all(departments));
    }

    private boolean isOneTeam() {
        return !scope.everyTeam() && scope.teams().size() < 2;
    }

    private List<Group> groups() {
        if (isOneTeam()) {
            return List.of();
        }
        List<Group> each = owners.values().stream().map(this::group).toList();
        List<Group> shown = new ArrayList<>(each.stream()
                .filter(Group::isEnough)
                .sorted(Comparator.comparing(Group::kind)
                        .thenComparing(Group::calls, Comparator.reverseOrder())
                        .thenComparing(group -> order(group.department())))
                .toList());
        List<Group> few = each.stream().filter(group -> !group.isEnough()).toList();
        Group others = new Group(
                Department.Kind.OTHERS,
                null,
                few.stream().flatMap(group -> group.owners().stream()).collect(Collectors.toSet()),
                few.stream().mapToLong(Group::calls).sum(),
                few.stream().mapToLong(Group::agents).reduce(0, (one, other) -> one | other));
        if (others.isEnough()) {
            shown.add(others);
        }
        return shown;
    }

    private Group group(OfPart owner) {
        String id = owner.fact().item();
        return id.isEmpty()
                ? new Group(Department.Kind.NONE, null, Set.of(id), owner.calls(), owner.agents())
                : new Group(Department.Kind.NAMED, id, Set.of(id), owner.calls(), owner.agents());
    }

    private int order(@Nullable String department) {
        return codebook.departments().stream()
                .map(DepartmentDefinition::id)
                .toList()
                .indexOf(department);
    }

    private Share share(String signal, Group group) {
        long calls = group.owners().stream()
                .map(owner -> signs.get(new Fact("voice", signal, owner)))
                .filter(Objects::nonNull)
                .mapToLong(OfPart::calls)
                .sum();
        return Share.of(calls, group.calls(), 1);
    }

    private static List<ToHear> named(String signal, Group group, Map<Fact, List<ToHear>> hear) {
        return group.kind() == Department.Kind.OTHERS
                ? List.of()
                : hear.getOrDefault(
                        new Fact("voice", signal, Objects.requireNonNullElse(group.department(), "")), List.of());
    }

    private static List<Sign> all(List<Department> departments) {
        long calls = departments.stream().mapToLong(Department::calls).sum();
        return Requested.VOICE.stream()
                .map(signal -> new Sign(
                        signal,
                        Share.of(
                                departments.stream()
                                        .flatMap(one -> one.signs().stream())
                                        .filter(sign -> sign.signal().equals(signal))
                                        .mapToLong(sign -> sign.share().count())
                                        .sum(),
                                calls,
                                1),
                        List.of()))
                .toList();
    }
}
