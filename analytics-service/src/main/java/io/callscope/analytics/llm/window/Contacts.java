package io.callscope.analytics.llm.window;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.evidence.Located;
import io.callscope.analytics.llm.task.ContactAnswer;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * What a model says of the contact, window by window, as one: people say at the beginning why they call and that they
 * have called before, and the end tells how it ended. So the first window that names a reason decides the reason, the
 * first whose repeat stands on words of the call decides the repeat, the last that knows decides the resolution. Not
 * thread-safe, for one call.
 */
public final class Contacts {
    private final AnchorLocator locator;
    private String reason = Circumstances.OTHER;
    private boolean understood;
    private RepeatContact repeat = RepeatContact.notSaid();
    private Resolution resolution = Resolution.UNKNOWN;
    private int claimed;
    private int located;

    public Contacts(AnchorLocator locator) {
        this.locator = locator;
    }

    /** Adds what was answered about the next window. */
    public void add(ContactAnswer answer) {
        understood |= !answer.reason().equals(Circumstances.NOT_UNDERSTOOD);
        if (reason.equals(Circumstances.OTHER) && !answer.reason().equals(Circumstances.NOT_UNDERSTOOD)) {
            reason = answer.reason();
        }
        if (answer.resolution() != Resolution.UNKNOWN) {
            resolution = answer.resolution();
        }
        if (answer.repeat() && !answer.cause().equals(Circumstances.NEW_QUESTION)) {
            addRepeat(answer);
        }
    }

    private void addRepeat(ContactAnswer answer) {
        claimed++;
        Optional<Located> words =
                locator.locate(answer.place().utterances(), answer.place().anchor());
        if (words.isEmpty()) {
            return;
        }
        located++;
        if (!repeat.said()) {
            repeat = new RepeatContact(
                    true,
                    answer.contactNumber(),
                    answer.cause(),
                    List.of(words.get().evidence()));
        }
    }

    /** Id of the reason; {@code other} when no window names one, {@code not-understood} when no window is understood. */
    public String reason() {
        return understood ? reason : Circumstances.NOT_UNDERSTOOD;
    }

    /** Whether the customer says that he calls again; its words were really said. */
    public RepeatContact repeat() {
        return repeat;
    }

    public Resolution resolution() {
        return resolution;
    }

    /** How many windows claim a repeat. */
    public int claimed() {
        return claimed;
    }

    /** How many of these claims stand on words of the call. */
    public int located() {
        return located;
    }
}
