package io.callscope.transcribe.bench.redact;

import io.callscope.model.transcript.SensitiveData;
import java.util.Random;

/** Makes up numbers that could be real. Stateless. */
final class SecretDigits {
    private SecretDigits() {}

    static String of(SensitiveData kind, String language, Random random) {
        boolean russian = language.equals("ru");
        return switch (kind) {
            case CARD -> card(random);
            case CVV -> digits(random, random.nextInt(10) == 0 && !russian ? 4 : 3);
            case PHONE -> russian ? russianPhone(random) : americanPhone(random);
            case SNILS -> snils(random);
            case INN -> inn(random);
            case PASSPORT -> digits(random, russian ? 10 : 9);
            case NUMBER -> "1" + digits(random, 7 + random.nextInt(2));
            case EMAIL -> throw new IllegalArgumentException("an e-mail address has no digits");
        };
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String card(Random random) {
        String[] issuers = {"4276", "5469", "2202", "4111", "5536", "4000"};
        String head = issuers[random.nextInt(issuers.length)] + digits(random, 11);
        for (int check = 0; ; check++) {
            if (luhn(head + check)) {
                return head + check;
            }
        }
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            sum += twice ? digit / 5 + digit * 2 % 10 : digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    private static String russianPhone(Random random) {
        String[] codes = {"916", "903", "926", "985", "911", "495", "812", "343"};
        String number = codes[random.nextInt(codes.length)] + (1 + random.nextInt(8)) + digits(random, 6);
        return switch (random.nextInt(5)) {
            case 0 -> "7" + number;
            case 1 -> number.charAt(0) == '9' ? number : "8" + number;
            default -> "8" + number;
        };
    }

    private static String americanPhone(Random random) {
        String[] areas = {"415", "212", "305", "646", "773", "512", "206"};
        String number = areas[random.nextInt(areas.length)] + (2 + random.nextInt(8)) + digits(random, 6);
        return random.nextInt(5) == 0 ? "1" + number : number;
    }

    private static String snils(Random random) {
        String head = (1 + random.nextInt(9)) + digits(random, 8);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (head.charAt(i) - '0') * (9 - i);
        }
        return "%s%02d".formatted(head, sum % 101 == 100 ? 0 : sum % 101);
    }

    private static String inn(Random random) {
        String head = (1 + random.nextInt(9)) + digits(random, random.nextBoolean() ? 8 : 9);
        if (head.length() == 9) {
            return head + check(head, 2, 4, 10, 3, 5, 9, 4, 6, 8);
        }
        String first = head + check(head, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
        return first + check(first, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
    }

    private static int check(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11 % 10;
    }
}
