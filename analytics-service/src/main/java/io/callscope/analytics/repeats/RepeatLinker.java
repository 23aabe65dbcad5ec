package io.callscope.analytics.repeats;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.pair.PairVerdict.Answer;
import io.callscope.analytics.repeats.LinkedContact.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links the contacts of one customer. A pure function of the set of his calls: in which order they came to be known
 * changes nothing. A contact's trigger is the last earlier one within the window that is about the same issue. A customer
 * who says that he calls again is believed, as one who says that his question is new: when no reason tells which contact
 * he means it is the last. Immutable, thread-safe.
 */
public final class RepeatLinker {
    /** Counted up with every change of how links are made, so that all are made again. */
    private static final String VERSION = "2";

    private final RepeatSettings settings;
    private final SameIssue sameIssue;
    private final CauseFinder causes;

    public RepeatLinker(RepeatSettings settings, SameIssue sameIssue, Codebook codebook) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.sameIssue = Objects.requireNonNull(sameIssue, "sameIssue");
        this.causes = new CauseFinder(codebook);
    }

    /** Decides by contact reasons. */
    public static RepeatLinker byReason(RepeatSettings settings, Codebook codebook) {
        return new RepeatLinker(settings, SameIssue.byReason(Issues.of(codebook)), codebook);
    }

    /** SHA-256 in hex over everything besides the calls that links depend on, when reasons decide. */
    public static String rulesHash(RepeatSettings settings, Codebook codebook) {
        return Hashes.of(List.of(
                VERSION,
                settings.window().toString(),
                settings.forwardWithin().toString(),
                settings.maxContactsPerKey().toString(),
                settings.forwardedBy().toString(),
                codebook.hash()));
    }

    /** A call that nobody can link: it is its own contact. */
    public List<LinkedContact> anonymous(CallFacts call) {
        if (!call.isContact()) {
            return List.of();
        }
        return List.of(alone(new Contact(List.of(call)), Standing.ANONYMOUS, List.of()));
    }

    /**
     * Links all calls of one customer.
     *
     * @return his contacts in order of time
     * @throws IllegalArgumentException when a call is another customer's, or nobody's
     */
    public List<LinkedContact> link(String customer, Collection<CallFacts> calls) {
        return link(customer, calls, PairAnswers.none());
    }

    /** The same, where a model was asked about some pairs of the contacts. */
    List<LinkedContact> link(String customer, Collection<CallFacts> calls, PairAnswers answers) {
        requireOne(customer, calls);
        List<CallFacts> inTime = calls.stream().sorted(CallFacts.IN_TIME).toList();
        List<Contact> contacts =
                ContactMerge.merge(inTime.stream().filter(CallFacts::isContact).toList(), settings);
        List<CallFacts> callBacks =
                inTime.stream().filter(CallFacts::isCallBack).toList();
        BitSet crowded = Crowds.find(contacts, settings.window(), settings.maxContactsPerKey());
        return followed(linked(contacts, crowded, callBacks, answers));
    }

    private static void requireOne(String customer, Collection<CallFacts> calls) {
        for (CallFacts call : calls) {
            if (!customer.equals(call.customer())) {
                throw new IllegalArgumentException(
                        "call %s is not of the customer whose calls are linked".formatted(call.callId()));
            }
        }
    }

    private List<LinkedContact> linked(
            List<Contact> contacts, BitSet crowded, List<CallFacts> callBacks, PairAnswers answers) {
        List<LinkedContact> linked = new ArrayList<>();
        for (int at = 0; at < contacts.size(); at++) {
            Contact contact = contacts.get(at);
            Trigger trigger = crowded.get(at) ? null : trigger(contacts, crowded, at, answers);
            if (trigger == null) {
                linked.add(alone(contact, crowded.get(at) ? Standing.CROWDED : Standing.LINKABLE, callBacks));
                continue;
            }
            LinkedContact earlier = linked.get(trigger.at());
            linked.add(new LinkedContact(
                    contact,
                    Standing.LINKABLE,
                    earlier.contact().id(),
                    trigger.by(),
                    earlier.chain(),
                    earlier.position() + 1,
                    causes.find(
                            earlier.contact(),
                            contact,
                            callBack(earlier.contact(), contact.startedAt(), callBacks)
                                    .isPresent()),
                    null,
                    null,
                    kept(contact, callBacks)));
        }
        return linked;
    }

    private LinkedContact alone(Contact contact, Standing standing, List<CallFacts> callBacks) {
        RepeatCause cause = contact.isSaidToRepeat() ? causes.find(null, contact, false) : null;
        return new LinkedContact(
                contact, standing, null, null, contact.id(), 1, cause, null, null, kept(contact, callBacks));
    }

    /**
     * @param at place among the customer's contacts
     */
    private record Trigger(int at, LinkedBy by) {}

    /**
     * The last contact that a model found to be about the same, or whose reason is; else the last one at all, when the
     * customer says that he calls again. A contact that a model found to be about something else is none of these.
     */
    private @Nullable Trigger trigger(List<Contact> contacts, BitSet crowded, int at, PairAnswers answers) {
        Contact later = contacts.get(at);
        if (!later.isJudged() || later.isSaidToBeNew()) {
            return null;
        }
        Instant oldest = later.startedAt().minus(settings.window());
        Trigger said = null;
        for (int i = at - 1; i >= 0; i--) {
            Contact earlier = contacts.get(i);
            if (earlier.startedAt().isBefore(oldest)) {
                break;
            }
            if (crowded.get(i) || !earlier.isJudged()) {
                continue;
            }
            Answer answer = answers.of(earlier, later);
            if (answer == Answer.SAME) {
                return new Trigger(i, LinkedBy.MODEL);
            }
            if (answer == Answer.DIFFERENT) {
                continue;
            }
            if (earlier.hasIssue() && later.hasIssue() && sameIssue.same(earlier, later)) {
                return new Trigger(i, LinkedBy.REASON);
            }
            if (said == null && later.isSaidToRepeat()) {
                said = new Trigger(i, LinkedBy.SAID);
            }
        }
        return said;
    }

    /** The call that may have kept what the contact promised: the first within the window. */
    private @Nullable String kept(Contact contact, List<CallFacts> callBacks) {
        if (!contact.isPromise()) {
            return null;
        }
        return callBack(contact, contact.startedAt().plus(settings.window()), callBacks)
                .map(CallFacts::callId)
                .orElse(null);
    }

    private static Optional<CallFacts> callBack(Contact after, Instant until, List<CallFacts> callBacks) {
        return callBacks.stream()
                .filter(call -> call.startedAt().isAfter(after.startedAt())
                        && !call.startedAt().isAfter(until))
                .findFirst();
    }

    /** Tells each contact which one repeats it first. */
    private static List<LinkedContact> followed(List<LinkedContact> linked) {
        Map<String, LinkedContact> first = new HashMap<>();
        for (LinkedContact later : linked) {
            if (later.trigger() != null) {
                first.putIfAbsent(later.trigger(), later);
            }
        }
        return linked.stream().map(earlier -> followed(earlier, first)).toList();
    }

    private static LinkedContact followed(LinkedContact earlier, Map<String, LinkedContact> first) {
        LinkedContact later = first.get(earlier.contact().id());
        return later == null
                ? earlier
                : new LinkedContact(
                        earlier.contact(),
                        earlier.standing(),
                        earlier.trigger(),
                        earlier.linkedBy(),
                        earlier.chain(),
                        earlier.position(),
                        earlier.cause(),
                        later.contact().id(),
                        later.contact().startedAt(),
                        earlier.calledBackBy());
    }
}
