package io.callscope.analytics.repeats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From calls to contacts: a forwarded call is one contact with the call it came from. Stateless. */
final class ContactMerge {
    private ContactMerge() {}

    /**
     * @param calls contacts' calls of one customer in order of time
     * @return contacts in order of time
     */
    static List<Contact> merge(List<CallFacts> calls, RepeatSettings settings) {
        List<Contact> contacts = new ArrayList<>();
        List<CallFacts> open = new ArrayList<>();
        for (CallFacts call : calls) {
            if (!open.isEmpty() && !continues(open, call, settings)) {
                contacts.add(new Contact(open));
                open.clear();
            }
            open.add(call);
        }
        if (!open.isEmpty()) {
            contacts.add(new Contact(open));
        }
        return contacts;
    }

    private static boolean continues(List<CallFacts> open, CallFacts next, RepeatSettings settings) {
        CallFacts before = open.get(open.size() - 1);
        if (!before.forwarded() && !next.forwarded()) {
            return false;
        }
        Instant ended =
                open.stream().map(CallFacts::endedAt).max(Instant::compareTo).orElseThrow();
        return !next.startedAt().isAfter(ended.plus(settings.forwardWithin()));
    }
}
