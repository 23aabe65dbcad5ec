package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.CardState;
import io.callscope.analytics.desk.FalseReason;
import io.callscope.analytics.desk.FollowUp;
import io.callscope.analytics.desk.Outcome;
import io.callscope.analytics.desk.Person;
import io.callscope.analytics.desk.Receiver;
import io.callscope.analytics.desk.Result;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is shown, with what the viewer may do to it.
 *
 * @param departments whom it can be handed to
 * @param colleagues likewise
 * @param onCall the call on whose page it is shown; null in the queue
 * @param tomorrow nine o'clock of the next day, as a form writes it: what putting off offers
 */
public record CardView(
        View view,
        Card card,
        List<String> departments,
        List<Colleague> colleagues,
        @Nullable CallId onCall,
        String tomorrow) {
    private static final int AT_A_GLANCE = 3;

    public CardView {
        departments = List.copyOf(departments);
        colleagues = List.copyOf(colleagues);
    }

    /** Where its changes are sent. */
    public String address() {
        return "/queue/cards/" + card.id();
    }

    /** What is exchanged when it changes. */
    public String target() {
        return onCall == null ? "#card-" + card.id() : "#decision";
    }

    private boolean mayWork() {
        return view.may(Permission.WORK_QUEUE);
    }

    private boolean is(Person person) {
        User viewer = view.viewer();
        return viewer != null && viewer.login().equals(person.login());
    }

    private boolean leads() {
        User viewer = view.viewer();
        return viewer != null && Person.of(viewer).leads();
    }

    /** Whether the viewer works on it. */
    public boolean isMine() {
        return card.state() instanceof CardState.InWork inWork && is(inWork.who());
    }

    public boolean mayTake() {
        if (!mayWork() || card.state() instanceof CardState.InWork) {
            return false;
        }
        if (card.state() instanceof CardState.HandedOver handedOver
                && handedOver.to() instanceof Receiver.Colleague colleague) {
            User viewer = view.viewer();
            boolean receiver = viewer != null && viewer.login().equals(colleague.login());
            return receiver || is(handedOver.who()) || leads();
        }
        return true;
    }

    public boolean mayRelease() {
        return mayWork() && card.state() instanceof CardState.InWork && (isMine() || leads());
    }

    /** Whether the viewer may decide, put off and hand over. */
    public boolean mayDecide() {
        return mayWork() && (card.state() instanceof CardState.New || isMine());
    }

    public boolean isChecked() {
        return card.state() instanceof CardState.Checked;
    }

    public boolean isOverdue() {
        return card.isOverdue(view.now());
    }

    /** How long until the term ends, or since. */
    public String untilDue() {
        return view.format().age(Duration.between(view.now(), card.dueAt()).abs());
    }

    /** How it stands and who made it so, in words. */
    public String stateWords() {
        return stateWords(view, card.state());
    }

    static String stateWords(View v, CardState state) {
        String since = v.format().dateTime(state.since());
        if (state instanceof CardState.New fresh) {
            CallId by = fresh.reopenedBy();
            return by == null ? v.t("card.state.new") : v.t("card.state.reopened", by.value(), since);
        }
        if (state instanceof CardState.InWork inWork) {
            return v.t("card.state.in-work", inWork.who().name(), since);
        }
        if (state instanceof CardState.PutOff putOff) {
            return v.t(
                    "card.state.put-off",
                    v.format().dateTime(putOff.until()),
                    putOff.who().name(),
                    putOff.reason());
        }
        if (state instanceof CardState.HandedOver handedOver) {
            return v.t(
                    "card.state.handed-over",
                    receiver(v, handedOver.to()),
                    handedOver.who().name(),
                    since,
                    handedOver.comment());
        }
        if (state instanceof CardState.Checked checked) {
            return v.t(
                    "card.state.checked",
                    outcome(v, checked.result()),
                    checked.who().name(),
                    since);
        }
        throw new IllegalStateException("unknown state " + state.id());
    }

    static String receiver(View v, Receiver receiver) {
        if (receiver instanceof Receiver.Department department) {
            return v.label(Kind.DEPARTMENT, department.id());
        }
        if (receiver instanceof Receiver.Colleague colleague) {
            return colleague.login();
        }
        throw new IllegalStateException("unknown receiver");
    }

    private static String outcome(View v, Result result) {
        FalseReason reason = result.falseReason();
        String outcome = v.t("outcome." + result.outcome().id());
        return reason == null ? outcome : outcome + ": " + v.t("false." + reason.id());
    }

    /** What the checker said and what follows; empty when nothing. */
    public String checkedNote() {
        if (!(card.state() instanceof CardState.Checked checked)) {
            return "";
        }
        Result result = checked.result();
        FollowUp followUp = result.followUp();
        String next = followUp == null ? "" : view.t("follow-up." + followUp.id());
        String department = result.department();
        if (department != null) {
            next += ": " + view.label(Kind.DEPARTMENT, department);
        }
        return next.isEmpty() || result.comment().isEmpty() ? next + result.comment() : next + ". " + result.comment();
    }

    /** The newest calls: as many as are read at a glance. */
    public List<Card.Call> firstCalls() {
        return card.calls().subList(0, Math.min(AT_A_GLANCE, card.calls().size()));
    }

    public List<Card.Call> otherCalls() {
        return card.calls().subList(firstCalls().size(), card.calls().size());
    }

    public List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    public List<FalseReason> falseReasons() {
        return List.of(FalseReason.values());
    }

    public List<FollowUp> followUps() {
        return List.of(FollowUp.values());
    }

    /** The call's page at the words, knowing the card. */
    public String callAddress(Card.Call call) {
        Long at = call.startMs();
        String address = view.callAddress(call.id()) + "?card=" + card.id();
        return at == null ? address : address + "#t=" + at;
    }

    public String callAddress(Card.Call call, Card.Reason reason) {
        String address = view.callAddress(call.id()) + "?card=" + card.id();
        return reason.startMs() == null ? address : address + "#t=" + reason.startMs();
    }

    public @Nullable String crmLink() {
        return card.calls().isEmpty()
                ? null
                : view.crmLink(card.customer(), card.calls().get(0).id());
    }
}
