package io.callscope.analytics.pipeline;

import io.callscope.analytics.parties.CorrectedParties;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.store.Swap;
import io.callscope.analytics.users.User;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.RoleSource;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Exchanges the parties of a stored transcript, analyzes it anew within the request and stores both with who did it in
 * one transaction; then the analysis goes out as any other does. Thread-safe.
 */
public final class PartySwapper implements PartySwaps {
    private final Supplier<AnalyzeStep> steps;
    private final CallRepository calls;
    private final OutboxPublisher publisher;
    private final AnalyticsMeters meters;
    private final Clock clock;

    public PartySwapper(
            Supplier<AnalyzeStep> steps,
            CallRepository calls,
            OutboxPublisher publisher,
            AnalyticsMeters meters,
            Clock clock) {
        this.steps = steps;
        this.calls = calls;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Outcome swap(CallId call, String seen, User who) {
        CallDetail detail = calls.detail(call, who.scope()).orElse(null);
        CallTranscribed shown = detail == null ? null : detail.shown().orElse(null);
        if (shown == null) {
            return Outcome.NOT_THERE;
        }
        if (!shown.transcriptHash().equals(seen)) {
            return Outcome.CHANGED;
        }
        if (shown.transcript().utterances().stream().allMatch(said -> said.party() == Party.UNKNOWN)) {
            return Outcome.NO_PARTIES;
        }
        CallTranscribed swapped = CorrectedParties.swapped(shown);
        CallAnalyzed analyzed =
                new CallAnalyzed(call, swapped.metadata(), steps.get().apply(swapped), clock.instant());
        boolean byMachine = shown.transcript().parties().roles() != RoleSource.PERSON;
        Swap swap = new Swap(seen, byMachine, who.login(), who.name(), analyzed.analyzedAt());
        if (!calls.swapped(swapped, analyzed, swap)) {
            return Outcome.CHANGED;
        }
        meters.swapped(byMachine);
        meters.analyzed(analyzed.analysis());
        publisher.publishNow();
        return Outcome.SWAPPED;
    }
}
