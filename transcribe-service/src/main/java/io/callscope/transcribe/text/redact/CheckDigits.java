package io.callscope.transcribe.text.redact;

/** Numbers that prove themselves. Stateless. */
final class CheckDigits {
    private static final int LEAST_CARD = 13;
    private static final int MOST_CARD = 19;
    private static final int[] INN_10 = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private CheckDigits() {}

    /**
     * Whether digits can be the number of a payment card: 13 to 19 of them, a first digit that issuers of cards use, and
     * the Luhn check.
     *
     * @see <a href="https://www.iso.org/standard/70484.html">ISO/IEC 7812-1, annex B</a>
     */
    static boolean isCard(String digits) {
        return digits.length() >= LEAST_CARD
                && digits.length() <= MOST_CARD
                && "23456".indexOf(digits.charAt(0)) >= 0
                && passesLuhn(digits);
    }

    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0;
    }

    /**
     * Whether 11 digits are a СНИЛС: the first nine weighted 9 to 1, modulo 101, give the last two, 100 counting as 0.
     *
     * @see <a href="https://www.consultant.ru/document/cons_doc_LAW_124607/">Порядок ведения СНИЛС, контрольное число</a>
     */
    static boolean isSnils(String digits) {
        if (digits.length() != 11 || digits.startsWith("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return sum % 101 % 100 == Integer.parseInt(digits.substring(9));
    }

    /**
     * Whether digits are an ИНН: 10 of a company with one check digit, or 12 of a person with two.
     *
     * @see <a href="https://www.consultant.ru/document/cons_doc_LAW_134082/">Порядок присвоения ИНН</a>
     */
    static boolean isInn(String digits) {
        return switch (digits.length()) {
            case 10 -> innDigit(digits, INN_10) == digits.charAt(9) - '0';
            case 12 ->
                innDigit(digits, INN_11) == digits.charAt(10) - '0'
                        && innDigit(digits, INN_12) == digits.charAt(11) - '0';
            default -> false;
        };
    }

    private static int innDigit(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11 % 10;
    }
}
