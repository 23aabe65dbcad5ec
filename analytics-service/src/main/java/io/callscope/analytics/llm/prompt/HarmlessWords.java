package io.callscope.analytics.llm.prompt;

/**
 * Words of a call without anything that could pass for the borders or the lines of its block, character for character:
 * what stands at a place stands there afterwards, so a quote is found again. Stateless.
 */
public final class HarmlessWords {
    private HarmlessWords() {}

    /** The text in one line, its brackets and fences replaced by round or single ones. */
    public static String of(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            harmless.append(harmless(text.charAt(i)));
        }
        return harmless.toString();
    }

    private static char harmless(char c) {
        return switch (c) {
            case '<', '[', '{', '＜', '［', '｛' -> '(';
            case '>', ']', '}', '＞', '］', '｝' -> ')';
            case '`' -> '\'';
            default -> isInvisible(c) ? ' ' : c;
        };
    }

    /** Line ends, controls, and marks that change how a line reads without being seen. */
    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
