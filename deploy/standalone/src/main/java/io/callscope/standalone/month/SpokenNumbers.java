package io.callscope.standalone.month;

import java.util.List;
import java.util.StringJoiner;

/** Numbers as they are spoken. Stateless. */
final class SpokenNumbers {
    private static final List<String> DIGITS =
            List.of("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять");
    private static final List<String> TENS = List.of(
            "десять",
            "двадцать",
            "тридцать",
            "сорок",
            "пятьдесят",
            "шестьдесят",
            "семьдесят",
            "восемьдесят",
            "девяносто");
    private static final List<String> HUNDREDS =
            List.of("сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот");

    private SpokenNumbers() {}

    /** Digits one by one, as people give numbers of orders. */
    static String digits(Chance chance, int count) {
        StringJoiner spoken = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            spoken.add(chance.any(DIGITS));
        }
        return spoken.toString();
    }

    /** A sum from 110 to 999. */
    static String sum(Chance chance) {
        String spoken = chance.any(HUNDREDS) + " " + chance.any(TENS);
        return spoken.endsWith("десять") || chance.of(0.5) ? spoken : spoken + " " + DIGITS.get(1 + chance.below(9));
    }

    /** A small number from 20 to 99. */
    static String small(Chance chance) {
        return TENS.get(1 + chance.below(8)) + " " + DIGITS.get(1 + chance.below(9));
    }
}
