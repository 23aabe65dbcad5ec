package io.callscope.analytics.desk;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CustomerRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work: one customer and one issue, with all its flagged calls that the viewer may see. Immutable.
 *
 * @param version counts up with every change; who acts says which one he saw
 * @param contactReason id of the issue
 * @param priority the most urgent reason's, 1 to 3
 * @param dueAt when it becomes overdue
 * @param severity of the worst barrier, 0 to 3
 * @param live whether a reason still stands
 * @param workMs how long checking takes, milliseconds
 * @param recentContacts calls of this customer in the days in which a card is opened again; 0 when he is anonymous
 * @param calls newest first
 */
public record Card(
        long id,
        int version,
        CardState state,
        String contactReason,
        int priority,
        Instant dueAt,
        int severity,
        boolean live,
        long workMs,
        int recentContacts,
        List<Call> calls) {
    public Card {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(contactReason, "contactReason");
        Objects.requireNonNull(dueAt, "dueAt");
        calls = List.copyOf(calls);
    }

    /**
     * A call of the card.
     *
     * @param saidContact which contact the customer says it is; null when he does not say
     * @param settled whether it was decided already, before the card was opened again
     * @param reasons most urgent first
     */
    public record Call(
            CallId id,
            @Nullable Instant startedAt,
            @Nullable String agent,
            @Nullable String team,
            @Nullable CustomerRef customer,
            @Nullable Long durationMs,
            @Nullable Integer saidContact,
            boolean settled,
            List<Reason> reasons) {
        public Call {
            Objects.requireNonNull(id, "id");
            reasons = List.copyOf(reasons);
        }

        /** Where listening begins; null when no rule fired on words. */
        public @Nullable Long startMs() {
            return reasons.stream()
                    .map(Reason::startMs)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Why a call is to be looked at.
     *
     * @param startMs when the words were said; null when the rule fired on something not said
     * @param words what was said; null likewise
     * @param verdict what people say of it; null when nobody has
     * @param falseMark number of the false mark that strikes it through; null when none does
     */
    public record Reason(
            String rule,
            int priority,
            @Nullable Long startMs,
            @Nullable String words,
            @Nullable Outcome verdict,
            @Nullable Long falseMark) {
        public boolean isFalse() {
            return falseMark != null;
        }
    }

    public boolean isOverdue(Instant now) {
        return !(state instanceof CardState.Checked) && dueAt.isBefore(now);
    }

    /** The customer, as the newest call that knows him says. */
    public @Nullable CustomerRef customer() {
        return calls.stream()
                .map(Call::customer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The highest number that the customer gives for his contacts; null when he gives none. */
    public @Nullable Integer saidContact() {
        return calls.stream()
                .map(Call::saidContact)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Rules of the calls that are to be decided, each once. */
    public List<String> openRules() {
        return calls.stream()
                .filter(call -> !call.settled())
                .flatMap(call -> call.reasons().stream())
                .map(Reason::rule)
                .distinct()
                .toList();
    }
}
