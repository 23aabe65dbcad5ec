package io.callscope.transcribe.bench.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Says numbers in Russian. */
final class RussianSpeaker implements Speaker {
    private static final String[] DIGITS = "ноль один два три четыре пять шесть семь восемь девять".split(" ");
    private static final String[] TEENS =
            ("десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать "
                            + "девятнадцать")
                    .split(" ");
    private static final String[] TENS =
            "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" ");
    private static final String[] HUNDREDS =
            "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" ");
    private static final String[] NAMES =
            "нуля единицы двойки тройки четверки пятерки шестерки семерки восьмерки девятки".split(" ");
    private static final String[] GENITIVE_DIGITS =
            "- одной двух трех четырех пяти шести семи восьми девяти".split(" ");
    private static final String[] GENITIVE_HUNDREDS =
            "- ста двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот".split(" ");

    @Override
    public List<String> group(String digits, Random random) {
        int length = digits.length();
        if (length == 2 && digits.charAt(0) == digits.charAt(1) && random.nextInt(5) == 0) {
            return List.of("две", NAMES[digits.charAt(0) - '0'].replace("нуля", "нуля"));
        }
        if (length == 3 && digits.chars().distinct().count() == 1 && random.nextInt(2) == 0) {
            return List.of("три", NAMES[digits.charAt(0) - '0']);
        }
        if (length == 4) {
            return four(digits, random);
        }
        boolean byDigit = random.nextInt(6) == 0;
        return digits.charAt(0) == '0' || length == 1 || byDigit
                ? digits(digits, random)
                : words(below1000(Integer.parseInt(digits)));
    }

    private List<String> four(String digits, Random random) {
        if (digits.charAt(0) != '0' && random.nextInt(4) == 0) {
            return words(quantity(Integer.parseInt(digits), random));
        }
        List<String> words = new ArrayList<>(group(digits.substring(0, 2), random));
        words.addAll(group(digits.substring(2), random));
        return words;
    }

    @Override
    public List<String> digits(String digits, Random random) {
        List<String> words = new ArrayList<>();
        for (char digit : digits.toCharArray()) {
            words.add(digit == '0' && random.nextInt(4) == 0 ? "нуль" : DIGITS[digit - '0']);
        }
        return words;
    }

    @Override
    public String quantity(int value, Random random) {
        int thousands = value / 1000;
        String rest = value % 1000 == 0 ? "" : below1000(value % 1000);
        if (thousands == 0) {
            return rest;
        }
        return (thousands(thousands) + " " + rest).strip();
    }

    /** "двух тысяч пятисот": after "около", "больше". */
    String genitive(int thousands, int hundreds) {
        return "%s %s %s"
                .formatted(
                        GENITIVE_DIGITS[thousands],
                        thousands == 1 ? "тысячи" : "тысяч",
                        hundreds == 0 ? "" : GENITIVE_HUNDREDS[hundreds])
                .strip();
    }

    private static String thousands(int count) {
        int last = count % 10;
        boolean teen = count % 100 / 10 == 1;
        String words = below1000(count);
        if (!teen && last == 1) {
            return count == 1 ? "тысяча" : words.replaceAll("один$", "одна") + " тысяча";
        }
        if (!teen && last >= 2 && last <= 4) {
            return words.replaceAll("два$", "две") + " тысячи";
        }
        return words + " тысяч";
    }

    private static String below1000(int value) {
        List<String> words = new ArrayList<>();
        if (value >= 100) {
            words.add(HUNDREDS[value / 100]);
        }
        int rest = value % 100;
        if (rest >= 20) {
            words.add(TENS[rest / 10]);
            rest %= 10;
        }
        if (rest >= 10) {
            words.add(TEENS[rest - 10]);
        } else if (rest > 0) {
            words.add(DIGITS[rest]);
        }
        return String.join(" ", words);
    }

    @Override
    public int[] grouping(String digits, Random random) {
        return switch (digits.length()) {
            case 3 -> new int[] {3};
            case 4 -> new int[] {4};
            case 10 -> Speaker.pick(random, new int[] {3, 3, 2, 2}, new int[] {2, 2, 3, 3}, new int[] {4, 2, 2, 2});
            case 11 ->
                Speaker.pick(
                        random,
                        new int[] {1, 3, 3, 2, 2},
                        new int[] {1, 3, 3, 2, 2},
                        new int[] {1, 3, 2, 2, 3},
                        new int[] {3, 3, 3, 2});
            case 12 -> Speaker.pick(random, new int[] {4, 4, 4}, new int[] {2, 2, 2, 2, 2, 2}, new int[] {3, 3, 3, 3});
            case 16 -> new int[] {4, 4, 4, 4};
            default -> new int[] {2};
        };
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
