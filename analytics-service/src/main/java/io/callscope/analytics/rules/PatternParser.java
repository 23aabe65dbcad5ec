package io.callscope.analytics.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one line of a pattern file. Not thread-safe; one parser reads one line.
 *
 * <p>The language: {@code word} any form of the word, {@code =word} this very form, {@code word*} forms that begin so,
 * {@code $name} a word list, {@code (a b | c)} either, {@code [a b]} may be missing, {@code ..} up to three words none
 * of which negates, {@code ..5} up to five, {@code ~} and {@code ~5} the same over negations, <code>{a b}6</code> both in
 * any order within six words. {@code @option} before the words says who, where and how; {@code !} at the very beginning
 * makes the line an exclusion; {@code => words} asks for a reply of the other party.
 */
public final class PatternParser {
    private static final int DEFAULT_GAP = 3;
    private static final int MAX_GAP = 20;
    private static final int MAX_WINDOW = 30;

    private final String line;
    private int at;

    private PatternParser(String line) {
        this.line = line;
    }

    /**
     * Reads a line.
     *
     * @throws PatternSyntaxProblem with the column when the line is no pattern
     */
    public static Pattern parse(String line) throws PatternSyntaxProblem {
        return new PatternParser(line).pattern();
    }

    /**
     * Reads the value of a word list: words or short phrases, {@code |} between them.
     *
     * @throws PatternSyntaxProblem with the column when it is none
     */
    public static Element parseGroup(String value) throws PatternSyntaxProblem {
        PatternParser parser = new PatternParser(value);
        Element.Choice choice = parser.choice("");
        if (!parser.end()) {
            throw parser.problem("the end of the list");
        }
        return choice;
    }

    private Pattern pattern() throws PatternSyntaxProblem {
        PatternOptionsBuilder options = new PatternOptionsBuilder();
        skipBlanks();
        if (!end() && line.charAt(at) == '!') {
            options.unless();
            at++;
            skipBlanks();
        }
        while (!end() && line.charAt(at) == '@') {
            int start = at;
            String option = option();
            String wrong = options.add(option);
            if (wrong != null) {
                throw new PatternSyntaxProblem(start + 1, wrong);
            }
            skipBlanks();
        }
        Element.Sequence body = sequence();
        Element.Sequence reply = null;
        if (line.startsWith("=>", at)) {
            at += 2;
            reply = sequence();
        }
        if (!end()) {
            throw problem("a word, $list, (, [, { or the end");
        }
        return new Pattern(line.strip(), options.build(), body, reply);
    }

    private String option() {
        int start = ++at;
        while (!end() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private Element.Sequence sequence() throws PatternSyntaxProblem {
        List<Element> elements = new ArrayList<>();
        skipBlanks();
        int start = at;
        while (!end() && ")]}|".indexOf(line.charAt(at)) < 0 && !line.startsWith("=>", at)) {
            elements.add(element());
            skipBlanks();
        }
        if (elements.isEmpty()) {
            throw problem("a word");
        }
        if (elements.get(0) instanceof Element.Gap || elements.get(elements.size() - 1) instanceof Element.Gap) {
            throw new PatternSyntaxProblem(start + 1, "expected a word on both sides of a gap");
        }
        return new Element.Sequence(elements);
    }

    private Element element() throws PatternSyntaxProblem {
        char c = line.charAt(at);
        if (line.startsWith("..", at)) {
            at += 2;
            return new Element.Gap(number(DEFAULT_GAP, MAX_GAP), false);
        }
        at++;
        switch (c) {
            case '~':
                return new Element.Gap(number(DEFAULT_GAP, MAX_GAP), true);
            case '$':
                return new Element.Group(letters(true));
            case '=':
                return new Element.Word(letters(false), Element.Word.Kind.EXACT);
            case '(':
                return closed(choice(")"), ')');
            case '[':
                return new Element.Maybe(closed(choice("]"), ']'));
            case '{':
                return together();
            default:
                at--;
                return word();
        }
    }

    private <T> T closed(T value, char bracket) throws PatternSyntaxProblem {
        if (end() || line.charAt(at) != bracket) {
            throw problem("\"" + bracket + "\"");
        }
        at++;
        return value;
    }

    private Element.Choice choice(String until) throws PatternSyntaxProblem {
        List<Element.Sequence> options = new ArrayList<>();
        options.add(sequence());
        while (!end() && line.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        if (until.isEmpty() && !end()) {
            throw problem("\"|\" or the end");
        }
        return new Element.Choice(options);
    }

    private Element together() throws PatternSyntaxProblem {
        List<Element.Sequence> parts = new ArrayList<>();
        for (Element element : sequence().elements()) {
            if (element instanceof Element.Gap) {
                throw problem("no gap between { and }");
            }
            parts.add(new Element.Sequence(List.of(element)));
        }
        closed(parts, '}');
        if (parts.size() < 2) {
            throw problem("two parts or more between { and }");
        }
        return new Element.Together(parts, number(-1, MAX_WINDOW));
    }

    private Element word() throws PatternSyntaxProblem {
        String text = letters(false);
        if (!end() && line.charAt(at) == '*') {
            at++;
            return new Element.Word(text, Element.Word.Kind.PREFIX);
        }
        return new Element.Word(text, Element.Word.Kind.LEMMA);
    }

    private String letters(boolean hyphens) throws PatternSyntaxProblem {
        int start = at;
        while (!end() && isLetter(line.charAt(at), hyphens)) {
            at++;
        }
        if (at == start) {
            throw problem("a word");
        }
        return line.substring(start, at).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static boolean isLetter(char c, boolean hyphens) {
        return Character.isLetterOrDigit(c) || hyphens && c == '-';
    }

    private int number(int otherwise, int max) throws PatternSyntaxProblem {
        int start = at;
        while (!end() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        if (at == start) {
            if (otherwise < 0) {
                throw problem("the number of words");
            }
            return otherwise;
        }
        int value = at - start > 3 ? max + 1 : Integer.parseInt(line.substring(start, at));
        if (value < 1 || value > max) {
            throw new PatternSyntaxProblem(start + 1, "expected a number from 1 to " + max);
        }
        return value;
    }

    private void skipBlanks() {
        while (!end() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private boolean end() {
        return at >= line.length();
    }

    private PatternSyntaxProblem problem(String expected) {
        String found = end() ? "the end" : "\"" + line.charAt(at) + "\"";
        return new PatternSyntaxProblem(at + 1, "expected " + expected + ", found " + found);
    }
}
