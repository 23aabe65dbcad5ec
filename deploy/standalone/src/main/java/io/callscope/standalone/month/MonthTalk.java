package io.callscope.standalone.month;

import io.callscope.model.call.Party;
import io.callscope.standalone.month.MonthCall.Turn;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what is said in a call, no two calls with a person alike. How agents conduct themselves is drawn by chances of
 * its own: what a call is about is the same whatever they are like. Not thread-safe.
 */
final class MonthTalk {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern HIMSELF = Pattern.compile("\\{agent}|специалист");
    private static final Pattern HELLO = Pattern.compile("здравствуйте|добрый день");
    private static final int TRIES = 50;
    private static final int MS_PER_LETTER = 65;
    private static final double SAYS_AGAIN = 0.8;
    private static final double COMPLAINS = 0.35;

    private final Chance chance;
    private final Chance manners;
    private final Wording wording;
    private final Mishearing mishearing;
    private final Mishearing mannersHeard;
    private final Set<String> written = new HashSet<>();
    /** What a person says in every call about an issue: the order, the thing, the sum. */
    private final Map<String, Map<String, String>> ofIssue = new TreeMap<>();

    private List<Turn> turns = new ArrayList<>();
    private List<String> matter = new ArrayList<>();
    private boolean greets;
    private boolean takesLeave;
    private boolean complains;
    private long at;

    /**
     * @param chance of what is said of the matter
     * @param manners of how agents say it
     */
    MonthTalk(Chance chance, Chance manners, Wording wording) {
        this.chance = chance;
        this.manners = manners;
        this.wording = wording;
        this.mishearing = new Mishearing(chance, wording.turn("fillers"));
        this.mannersHeard = new Mishearing(manners, wording.turn("fillers"));
    }

    /**
     * A call with a person or a machine.
     *
     * @param complains whether the customer says how it annoys him
     */
    record Said(List<Turn> turns, Conduct conduct, boolean complains) {}

    /**
     * What is said in a call.
     *
     * @throws IllegalStateException when there are too few sentences for calls that all differ
     */
    Said of(PlannedCall call) {
        Conduct conduct = Conduct.drawn(manners);
        for (int i = 0; i < TRIES; i++) {
            turns = new ArrayList<>();
            matter = new ArrayList<>();
            greets = false;
            takesLeave = false;
            complains = false;
            at = 300L + chance.below(900);
            write(call, conduct);
            // answering machines do say the same
            if (written.add(String.join("\n", matter)) || call.kind == Kind.VOICEMAIL) {
                return new Said(List.copyOf(turns), conduct.as(greets, takesLeave), complains);
            }
        }
        throw new IllegalStateException("issue %s: too few sentences for another call".formatted(call.issue));
    }

    private void write(PlannedCall call, Conduct conduct) {
        switch (call.kind) {
            case VOICEMAIL -> agent(call, wording.turn("voicemail"));
            case CALL_BACK -> callBack(call);
            case CONTACT, LEG -> contact(call, conduct);
        }
    }

    private void callBack(PlannedCall call) {
        agent(call, wording.turn("callBack"));
        customer(call, wording.turn("hello"));
        agent(call, call.subject.solved());
        customer(call, wording.turn("small"));
        agent(call, wording.turn("bye"));
        customer(call, wording.turn("thanks"));
    }

    private void contact(PlannedCall call, Conduct conduct) {
        boolean leg = call.kind == Kind.LEG;
        boolean comesAgain = call.earlier != null && !leg || leg && isAgain(Objects.requireNonNull(call.earlier));
        greets = isGreeting(agent(call, wording.turn(leg ? "forwarded" : "greeting")));
        if (chance.of(0.7)) {
            customer(call, wording.turn("hello"));
        }
        if (comesAgain) {
            opensAgain(call);
        } else {
            customer(call, call.subject.first());
        }
        if (comesAgain && call.told && conduct.sympathises()) {
            adds("sympathises");
        }
        agent(call, wording.turn("ask"));
        customer(call, call.subject.detail());
        if (call.ending == Ending.FORWARDED) {
            agent(call, wording.turn("forward"));
            customer(call, wording.turn("waiting"));
            return;
        }
        if (conduct.understands()) {
            adds("understood");
        }
        looksInto(call, comesAgain);
        if (!conduct.polite()) {
            adds("rude");
        }
        agent(
                call,
                switch (call.ending) {
                    case SOLVED -> call.subject.solved();
                    case OPEN -> call.subject.open();
                    default -> call.subject.promise();
                });
        if (call.ending != Ending.SOLVED && conduct.namesCase()) {
            adds("case");
        }
        customer(call, wording.turn("small"));
        if (call.ending != Ending.OPEN || chance.of(0.6)) {
            if (conduct.takesLeave()) {
                takesLeave = true;
                adds("further");
                say(Party.CUSTOMER, manners.any(wording.conduct("no")), manners);
            }
            agent(call, wording.turn("bye"));
        }
        customer(call, wording.turn("thanks"));
    }

    private static boolean isAgain(PlannedCall first) {
        return first.earlier != null;
    }

    private void opensAgain(PlannedCall call) {
        boolean saysAgain = call.told || chance.of(SAYS_AGAIN);
        if (saysAgain) {
            customer(call, wording.turn("saidAgain"));
        }
        customer(call, call.subject.again());
        if (call.told) {
            customer(call, call.department == null ? wording.cause(call.cause) : wording.department(call.department));
        }
    }

    private void looksInto(PlannedCall call, boolean comesAgain) {
        agent(call, wording.turn("wait"));
        customer(call, wording.turn("waiting"));
        agent(call, call.subject.agent());
        if (comesAgain && chance.of(COMPLAINS)) {
            complains = true;
            customer(call, wording.turn("mood"));
        }
        if (chance.of(0.4)) {
            customer(call, call.subject.detail());
        }
    }

    /** The sentence as it was meant. */
    private String agent(PlannedCall call, List<String> lines) {
        String line = chance.any(lines);
        tells(Party.AGENT, mishearing.agent(filled(call, line)));
        return line;
    }

    private void customer(PlannedCall call, List<String> lines) {
        tells(Party.CUSTOMER, mishearing.customer(filled(call, chance.any(lines))));
    }

    private void tells(Party party, String text) {
        matter.add(text);
        say(party, text, chance);
    }

    /** Something of the agent's that has nothing to do with the matter. */
    private void adds(String manner) {
        String line = manners.any(wording.conduct(manner));
        String text = line.contains("{case}") ? line.replace("{case}", SpokenNumbers.digits(manners, 5)) : line;
        say(Party.AGENT, mannersHeard.agent(text), manners);
    }

    private void say(Party party, String text, Chance pauses) {
        long end = at + 400 + (long) text.length() * MS_PER_LETTER;
        turns.add(new Turn(party, at, end, text));
        at = end + 250 + pauses.below(1_200);
    }

    /** Who he is may be his name or what he is there for. */
    private static boolean isGreeting(String line) {
        return HELLO.matcher(line).find() && HIMSELF.matcher(line).find();
    }

    private String filled(PlannedCall call, String line) {
        Map<String, String> known = ofIssue.computeIfAbsent(call.issue, issue -> new TreeMap<>());
        return PLACE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(value(call, found.group(1), known)));
    }

    private String value(PlannedCall call, String place, Map<String, String> known) {
        Supplier<String> drawn = () -> switch (place) {
            case "order" -> SpokenNumbers.digits(chance, 5);
            case "sum" -> SpokenNumbers.sum(chance);
            case "thing" -> chance.any(wording.turn("things"));
            case "name" -> chance.any(wording.turn("names"));
            case "street" -> chance.any(wording.turn("streets"));
            case "number" -> SpokenNumbers.small(chance);
            default -> throw new IllegalArgumentException("{%s}: expected a place that can be filled".formatted(place));
        };
        return switch (place) {
            case "agent" -> call.agent.name().split(" ")[0].toLowerCase(Locale.ROOT);
            case "day" -> chance.any(wording.turn("days"));
            case "ago" -> chance.any(wording.turn("ago"));
            case "term" -> chance.any(wording.turn("term"));
            default -> known.computeIfAbsent(place, key -> drawn.get());
        };
    }
}
