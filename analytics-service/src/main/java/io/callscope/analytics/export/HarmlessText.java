package io.callscope.analytics.export;

/** Text that no spreadsheet takes for a formula. Stateless. */
final class HarmlessText {
    private static final String BEGINS_FORMULA = "=+-@";
    private static final String MARK_OF_TEXT = "'";

    private HarmlessText() {}

    /**
     * The text, behind an apostrophe when it begins as a formula does: {@code =HYPERLINK(…)} in an agent's name would
     * run on the machine of whoever opens the file.
     */
    static String of(String text) {
        int at = 0;
        while (at < text.length() && isBlank(text.charAt(at))) {
            if (isControl(text.charAt(at))) {
                return MARK_OF_TEXT + text;
            }
            at++;
        }
        boolean formula = at < text.length() && BEGINS_FORMULA.indexOf(text.charAt(at)) >= 0;
        return formula ? MARK_OF_TEXT + text : text;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isControl(char c) {
        return c == '\t' || c == '\r' || c == '\n';
    }
}
