package io.callscope.analytics.rules;

import io.callscope.analytics.rules.Pattern.Negation;
import io.callscope.model.call.Party;
import org.jspecify.annotations.Nullable;

/** Collects the {@code @options} of a line. */
final class PatternOptionsBuilder {
    private static final String KNOWN =
            "agent, customer, any, negated, asis, conditional, first:SECONDS, last:SECONDS, sure:0.1-1, severity:1-3, number:2-99, stage:ID";

    private boolean unless;
    private @Nullable Party party;
    private Negation negation = Negation.BLOCKS;
    private boolean conditional;
    private int firstSeconds;
    private int lastSeconds;
    private double sure;
    private int severity;
    private int contactNumber;
    private @Nullable String stage;

    void unless() {
        unless = true;
    }

    /** Takes an option; gives back what is wrong with it, or null. */
    @Nullable
    String add(String option) {
        int colon = option.indexOf(':');
        return colon < 0 ? word(option) : value(option.substring(0, colon), option.substring(colon + 1));
    }

    private @Nullable String word(String option) {
        switch (option) {
            case "agent" -> party = Party.AGENT;
            case "customer" -> party = Party.CUSTOMER;
            case "any" -> party = Party.UNKNOWN;
            case "negated" -> negation = Negation.REQUIRED;
            case "asis" -> negation = Negation.IGNORED;
            case "conditional" -> conditional = true;
            default -> {
                return unknown(option);
            }
        }
        return null;
    }

    private @Nullable String value(String name, String value) {
        if (name.equals("stage")) {
            stage = value;
            return null;
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return "expected a number after @" + name + ":, found \"" + value + "\"";
        }
        switch (name) {
            case "first" -> firstSeconds = (int) number;
            case "last" -> lastSeconds = (int) number;
            case "sure" -> sure = number;
            case "number" -> contactNumber = (int) number;
            case "severity" -> severity = (int) number;
            default -> {
                return unknown(name);
            }
        }
        boolean fits = firstSeconds >= 0
                && lastSeconds >= 0
                && sure >= 0
                && sure <= 1
                && severity >= 0
                && severity <= 3
                && (contactNumber == 0 || contactNumber >= 2 && contactNumber <= 99);
        return fits ? null : "\"@" + name + ":" + value + "\" is out of range: expected one of " + KNOWN;
    }

    private static String unknown(String option) {
        return "unknown option \"@" + option + "\": expected one of " + KNOWN;
    }

    Pattern.Options build() {
        return new Pattern.Options(
                unless, party, negation, conditional, firstSeconds, lastSeconds, sure, severity, contactNumber, stage);
    }
}
