package io.callscope.transcribe.bench.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Says numbers in English. */
final class EnglishSpeaker implements Speaker {
    private static final String[] DIGITS = "zero one two three four five six seven eight nine".split(" ");
    private static final String[] TEENS =
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

    @Override
    public List<String> group(String digits, Random random) {
        int length = digits.length();
        if (length == 3 && digits.endsWith("00") && digits.charAt(0) != '0' && random.nextBoolean()) {
            return List.of(DIGITS[digits.charAt(0) - '0'], "hundred");
        }
        if (length == 4 && digits.endsWith("00") && digits.charAt(0) != '0' && random.nextBoolean()) {
            List<String> words = new ArrayList<>(
                    List.of(below100(Integer.parseInt(digits.substring(0, 2))).split(" ")));
            words.add("hundred");
            return words;
        }
        if (length == 4 && digits.charAt(0) != '0' && digits.charAt(2) != '0' && random.nextInt(3) == 0) {
            return words(below100(Integer.parseInt(digits.substring(0, 2)))
                    + " "
                    + below100(Integer.parseInt(digits.substring(2))));
        }
        if (length == 3 && digits.charAt(0) != '0' && digits.charAt(1) != '0' && random.nextInt(5) == 0) {
            return words(DIGITS[digits.charAt(0) - '0'] + " " + below100(Integer.parseInt(digits.substring(1))));
        }
        if (length == 2 && digits.charAt(0) != '0' && random.nextInt(2) == 0) {
            return words(below100(Integer.parseInt(digits)));
        }
        return digits(digits, random);
    }

    @Override
    public List<String> digits(String digits, Random random) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < digits.length()) {
            int same = 1;
            while (i + same < digits.length() && digits.charAt(i + same) == digits.charAt(i) && same < 3) {
                same++;
            }
            boolean together = same > 1 && random.nextInt(3) == 0;
            String word = digits.charAt(i) == '0' && random.nextBoolean() ? "oh" : DIGITS[digits.charAt(i) - '0'];
            if (together) {
                words.add(same == 2 ? "double" : "triple");
            }
            words.add(word);
            i += together ? same : 1;
        }
        return words;
    }

    @Override
    public String quantity(int value, Random random) {
        String thousands = value >= 1000 ? below1000(value / 1000, random) + " thousand" : "";
        String rest = value % 1000 == 0 ? "" : below1000(value % 1000, random);
        return (thousands + " " + rest).strip();
    }

    private static String below1000(int value, Random random) {
        String rest = value % 100 == 0 ? "" : below100(value % 100);
        if (value < 100) {
            return rest;
        }
        String and = !rest.isEmpty() && random.nextBoolean() ? "and " : "";
        String one = value / 100 == 1 && random.nextInt(3) == 0 ? "a" : DIGITS[value / 100];
        return (one + " hundred " + and + rest).strip();
    }

    private static String below100(int value) {
        if (value < 10) {
            return DIGITS[value];
        }
        if (value < 20) {
            return TEENS[value - 10];
        }
        return value % 10 == 0 ? TENS[value / 10] : TENS[value / 10] + " " + DIGITS[value % 10];
    }

    @Override
    public int[] grouping(String digits, Random random) {
        return switch (digits.length()) {
            case 3 -> new int[] {3};
            case 4 -> new int[] {4};
            case 9 -> new int[] {3, 3, 3};
            case 10 -> Speaker.pick(random, new int[] {3, 3, 4}, new int[] {3, 3, 2, 2});
            case 11 -> new int[] {1, 3, 3, 4};
            case 15 -> new int[] {4, 3, 3, 5};
            case 16 -> new int[] {4, 4, 4, 4};
            default -> new int[] {2};
        };
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
