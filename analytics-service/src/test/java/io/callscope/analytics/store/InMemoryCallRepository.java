package io.callscope.analytics.store;

import io.callscope.analytics.store.CallDetail.StoredAnalysis;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.analytics.store.CallSummary.ForceHeard;
import io.callscope.analytics.store.Overview.Counts;
import io.callscope.analytics.store.Overview.ForceCounts;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The repository as maps: forgets everything at the end, and finds text by plain containment. Thread-safe. */
public final class InMemoryCallRepository implements CallRepository {
    private final Map<CallId, CallEntry> entries = new HashMap<>();
    private final Map<String, StoredTranscript> transcripts = new HashMap<>();
    private final Map<String, StoredAnalysis> analyses = new HashMap<>();

    @Override
    public synchronized void recorded(CallRecorded event) {
        change(event.callId(), entry -> entry.recorded(event));
    }

    @Override
    public synchronized void transcribed(CallTranscribed event) {
        keep(event);
        change(event.callId(), entry -> entry.transcribed(event));
    }

    @Override
    public synchronized void analyzed(CallTranscribed transcribed, CallAnalyzed analyzed) {
        keep(transcribed);
        analyses.putIfAbsent(
                analyzed.callId() + "/" + analyzed.analysis().versions().key(),
                new StoredAnalysis(analyzed.analysis(), CallEntry.stored(analyzed.analyzedAt())));
        change(analyzed.callId(), entry -> entry.analyzed(transcribed, analyzed));
    }

    @Override
    public synchronized void failed(CallFailure failure) {
        change(failure.callId(), entry -> entry.failed(failure));
    }

    private void keep(CallTranscribed event) {
        transcripts.putIfAbsent(
                event.callId() + "/" + event.transcriptHash(),
                new StoredTranscript(
                        event.transcript(),
                        event.transcriptHash(),
                        CallEntry.stored(event.transcribedAt()),
                        event.processingMs()));
    }

    private void change(CallId id, UnaryOperator<CallEntry> change) {
        entries.put(id, change.apply(entries.getOrDefault(id, CallEntry.blank(id))));
    }

    @Override
    public synchronized CallPage find(CallFilter filter) {
        Comparator<CallEntry> byId = Comparator.comparing(e -> e.callId().value());
        Comparator<CallEntry> order = Boolean.TRUE.equals(filter.flagged())
                ? Comparator.<CallEntry>comparingInt(
                                e -> Objects.requireNonNull(e.analysis()).flagPriority())
                        .thenComparing(InMemoryCallRepository::listedAt)
                        .thenComparing(byId)
                : Comparator.comparing(InMemoryCallRepository::listedAt)
                        .reversed()
                        .thenComparing(byId);
        List<CallEntry> found =
                entries.values().stream().filter(matches(filter)).sorted(order).toList();
        List<CallSummary> page = found.stream()
                .skip(filter.offset())
                .limit(filter.pageSize())
                .map(this::summary)
                .toList();
        return new CallPage(page, found.size(), filter.page(), filter.pageSize());
    }

    private Predicate<CallEntry> matches(CallFilter f) {
        return e -> (f.flagged() == null || f.flagged() == isFlagged(e))
                && (f.language() == null
                        || e.metadata() != null
                                && f.language().equals(e.metadata().language()))
                && (f.from() == null || !listedAt(e).isBefore(f.from()))
                && (f.to() == null || listedAt(e).isBefore(f.to()))
                && (f.state() == null || f.state() == e.state())
                && (f.force() == null || marks(e).anyMatch(m -> m.force() == f.force()))
                && (f.code() == null || marks(e).anyMatch(m -> m.code().equals(f.code())))
                && (f.rule() == null
                        || summary(e).flags().stream().anyMatch(x -> x.rule().equals(f.rule())))
                && (f.text() == null || text(e).contains(f.text().toLowerCase(Locale.ROOT)));
    }

    private static boolean isFlagged(CallEntry entry) {
        return entry.analysis() != null && entry.analysis().flagPriority() != null;
    }

    private String text(CallEntry entry) {
        StoredTranscript stored = transcript(entry);
        return stored == null
                ? ""
                : String.join(
                        "\n",
                        stored.transcript().utterances().stream()
                                .map(u -> u.text())
                                .toList());
    }

    private @Nullable StoredTranscript transcript(CallEntry entry) {
        return transcripts.get(entry.callId() + "/" + entry.transcriptHash());
    }

    private @Nullable StoredAnalysis analysis(CallEntry entry) {
        return entry.analysis() == null
                ? null
                : analyses.get(entry.callId() + "/" + entry.analysis().versionKey());
    }

    private Stream<Mark> marks(CallEntry entry) {
        StoredAnalysis stored = analysis(entry);
        return stored == null ? Stream.of() : stored.analysis().marks().stream();
    }

    private CallSummary summary(CallEntry entry) {
        StoredAnalysis stored = analysis(entry);
        StoredTranscript transcript = transcript(entry);
        if (stored == null || transcript == null) {
            return new CallSummary(entry, List.of(), List.of());
        }
        CallAnalysis analysis = stored.analysis();
        List<ForceHeard> forces = new ArrayList<>();
        for (Polarity polarity : Polarity.values()) {
            for (Force force : Force.values()) {
                List<Mark> marks = analysis.marks().stream()
                        .filter(m -> m.force() == force && m.polarity() == polarity)
                        .toList();
                if (!marks.isEmpty()) {
                    int severity = marks.stream().mapToInt(Mark::severity).max().orElseThrow();
                    forces.add(new ForceHeard(force, polarity, severity, marks.size()));
                }
            }
        }
        return new CallSummary(
                entry,
                forces,
                analysis.flags().stream()
                        .map(flag -> CallQueries.flagHeard(
                                flag.rule(),
                                flag.priority(),
                                flag.evidence(),
                                flag.evidence().isEmpty()
                                        ? null
                                        : transcript
                                                .transcript()
                                                .utterances()
                                                .get(flag.evidence().get(0).utteranceId())
                                                .text()))
                        .toList());
    }

    private static Instant listedAt(CallEntry entry) {
        return entry.metadata() != null ? entry.metadata().startedAt() : arrivedAt(entry);
    }

    private static Instant arrivedAt(CallEntry entry) {
        return Stream.of(
                        entry.recordedAt(),
                        entry.transcribedAt(),
                        entry.failure() == null ? null : entry.failure().failedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized Optional<CallDetail> detail(CallId callId) {
        return Optional.ofNullable(entries.get(callId))
                .map(entry -> new CallDetail(entry, transcript(entry), analysis(entry), sameCustomer(entry)));
    }

    private List<CallSummary> sameCustomer(CallEntry entry) {
        if (entry.metadata() == null || entry.metadata().customer() == null) {
            return List.of();
        }
        return entries.values().stream()
                .filter(other -> !other.callId().equals(entry.callId()) && other.metadata() != null)
                .filter(other ->
                        entry.metadata().customer().equals(other.metadata().customer()))
                .sorted(Comparator.comparing(InMemoryCallRepository::listedAt).reversed())
                .limit(20)
                .map(this::summary)
                .toList();
    }

    @Override
    public synchronized Overview overview(Instant now, Instant dayStart) {
        Map<Force, ForceCounts> forces = new EnumMap<>(Force.class);
        for (Force force : Force.values()) {
            long barriers = 0;
            long drivers = 0;
            long calls = 0;
            for (CallEntry entry : entries.values()) {
                boolean judged = entry.analysis() != null && entry.analysis().verdict() == Verdict.JUDGED;
                List<Mark> marks =
                        judged ? marks(entry).filter(m -> m.force() == force).toList() : List.of();
                long ups = marks.stream()
                        .filter(m -> m.polarity() == Polarity.DRIVER)
                        .count();
                drivers += ups;
                barriers += marks.size() - ups;
                calls += marks.isEmpty() ? 0 : 1;
            }
            forces.put(force, new ForceCounts(barriers, drivers, calls));
        }
        return new Overview(
                counts(Instant.MIN),
                counts(dayStart),
                forces,
                entries.values().stream()
                        .filter(InMemoryCallRepository::isWaiting)
                        .map(InMemoryCallRepository::arrivedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                entries.values().stream()
                        .filter(e -> e.analyzedAt() != null
                                && e.analyzedAt().isAfter(now.minus(Duration.ofHours(1)))
                                && !e.analyzedAt().isAfter(now))
                        .count());
    }

    private static boolean isWaiting(CallEntry entry) {
        return entry.state() == CallState.RECORDED || entry.state() == CallState.TRANSCRIBED;
    }

    private Counts counts(Instant since) {
        Collection<CallEntry> all = entries.values();
        Predicate<@Nullable Instant> in = at -> at != null && !at.isBefore(since);
        return new Counts(
                all.stream().filter(e -> in.test(arrivedAt(e))).count(),
                all.stream().filter(e -> in.test(e.transcribedAt())).count(),
                all.stream()
                        .filter(e -> e.state() == CallState.ANALYZED && in.test(e.analyzedAt()))
                        .count(),
                all.stream()
                        .filter(e -> e.state() == CallState.FAILED
                                && in.test(e.failure().failedAt()))
                        .count(),
                all.stream().filter(e -> isWaiting(e) && in.test(arrivedAt(e))).count(),
                all.stream()
                        .filter(e -> isFlagged(e) && in.test(e.analyzedAt()))
                        .count());
    }

    @Override
    public synchronized List<FailedCall> failed(int limit, int offset) {
        return entries.values().stream()
                .filter(e -> e.state() == CallState.FAILED)
                .sorted(Comparator.comparing((CallEntry e) -> e.failure().failedAt())
                        .reversed())
                .skip(offset)
                .limit(limit)
                .map(e -> new FailedCall(e.callId(), e.metadata(), e.failure(), e.audio() != null))
                .toList();
    }

    @Override
    public synchronized long failedCount() {
        return entries.values().stream()
                .filter(e -> e.state() == CallState.FAILED)
                .count();
    }
}
