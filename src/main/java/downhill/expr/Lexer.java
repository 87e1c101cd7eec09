package downhill.expr;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a text into tokens. {@code #} begins a comment that lasts to the end of the line. */
final class Lexer {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Map<String, String> TWO_CHARACTERS =
            Map.of("<-", "<-", ":=", "<-", "<=", "<=", ">=", ">=", "==", "==", "!=", "!=", "**", "^", "&&", "and", "||", "or");
    private static final Map<Character, String> ONE_CHARACTER = Map.ofEntries(
            Map.entry('+', "+"), Map.entry('-', "-"), Map.entry('−', "-"), Map.entry('–', "-"), Map.entry('*', "*"),
            Map.entry('·', "*"), Map.entry('⋅', "*"), Map.entry('×', "*"), Map.entry('∗', "*"), Map.entry('∘', "*"),
            Map.entry('⊙', "*"), Map.entry('/', "/"), Map.entry('÷', "/"), Map.entry('^', "^"), Map.entry('(', "("),
            Map.entry(')', ")"), Map.entry(',', ","), Map.entry('<', "<"), Map.entry('>', ">"), Map.entry('=', "="),
            Map.entry('≤', "<="), Map.entry('≥', ">="), Map.entry('≠', "!="), Map.entry('√', "√"), Map.entry('←', "<-"),
            Map.entry('∧', "and"), Map.entry('∨', "or"), Map.entry('¬', "not"), Map.entry('@', "@"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line;
    private int lineStart;

    private Lexer(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    static List<Token> read(String text, int firstLine) {
        Lexer lexer = new Lexer(text, firstLine);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n' || c == ';') {
                lineEnd(c);
            } else if (c == '#') {
                skipComment();
            } else if (isSpace(c)) {
                position++;
            } else {
                token(c);
            }
        }
        add(Token.Kind.END, "", 0, position);
    }

    private void token(char c) {
        if (isDigit(c) || c == '.') {
            number();
        } else if (isSuperscript(c)) {
            superscript();
        } else if (isNameStart(c)) {
            name();
        } else {
            operator(c);
        }
    }

    private void lineEnd(char c) {
        add(Token.Kind.LINE_END, ";", 0, position + 1);
        if (c == '\n') {
            line++;
            lineStart = position;
        }
    }

    private void skipComment() {
        while (position < text.length() && text.charAt(position) != '\n') {
            position++;
        }
    }

    private void number() {
        int end = digits(position);
        if (at(end) == '.') {
            end = digits(end + 1);
        }
        if (end == position + 1 && at(position) == '.') {
            boolean ofName = position > 0 && isNamePart(text.charAt(position - 1));
            throw error(1, Said.of(ofName ? "number.point.name" : "number.point"));
        }
        end = exponent(end);
        double value = Double.parseDouble(text.substring(position, end));
        if (Double.isInfinite(value)) {
            throw error(end - position, Said.of("number.large"));
        }
        add(Token.Kind.NUMBER, text.substring(position, end), value, end);
    }

    /** The end of the exponent that starts at {@code from}, or {@code from}: in "2e" the e is a name of its own. */
    private int exponent(int from) {
        if (at(from) != 'e' && at(from) != 'E') {
            return from;
        }
        boolean signed = at(from + 1) == '+' || at(from + 1) == '-' || at(from + 1) == '−';
        int start = signed ? from + 2 : from + 1;
        if (at(from + 1) == '−') {
            throw error(from + 2 - position, Said.of("number.minus"));
        }
        int end = digits(start);
        return end > start ? end : from;
    }

    private void superscript() {
        int end = position;
        boolean negative = at(end) == '⁻';
        end += negative ? 1 : 0;
        if (at(end) == 'ᵗ') {
            add(Token.Kind.SUPERSCRIPT, "t", negative ? -1 : 1, end + 1);
            return;
        }
        double value = 0;
        int start = end;
        while (SUPERSCRIPTS.indexOf(at(end)) >= 0) {
            value = 10 * value + SUPERSCRIPTS.indexOf(at(end++));
        }
        if (end == start || end - start > 15) {
            throw error(end - position, Said.of("number.raised"));
        }
        add(Token.Kind.SUPERSCRIPT, "", negative ? -value : value, end);
    }

    private void name() {
        int end = position + 1;
        while (isNamePart(at(end))) {
            end++;
        }
        String name = text.substring(position, end);
        if (name.equals("and") || name.equals("or") || name.equals("not")) {
            add(Token.Kind.OPERATOR, name, 0, end);
        } else {
            add(Token.Kind.NAME, Names.canonical(name), 0, end);
        }
    }

    private void operator(char c) {
        String two = text.substring(position, Math.min(position + 2, text.length()));
        if (two.equals("//") || c == '\\') {
            throw error(1, Said.of(c == '/' ? "formula.comment" : "formula.latex"));
        }
        if (TWO_CHARACTERS.containsKey(two)) {
            add(Token.Kind.OPERATOR, TWO_CHARACTERS.get(two), 0, position + 2);
        } else if (ONE_CHARACTER.containsKey(c)) {
            add(Token.Kind.OPERATOR, ONE_CHARACTER.get(c), 0, position + 1);
        } else {
            int codePoint = text.codePointAt(position);
            boolean shown = !Character.isISOControl(codePoint) && !Character.isSurrogate(c);
            String point = String.format(Locale.ROOT, "U+%04X", codePoint);
            Said what = shown ? Instead.inFormula(c).map(meant -> Said.of("symbol.instead", c, point, meant))
                    .orElseGet(() -> Said.of("symbol.character", c, point)) : Said.of("symbol.character.unseen", point);
            throw error(Character.charCount(codePoint), what);
        }
    }

    private void add(Token.Kind kind, String word, double value, int end) {
        tokens.add(new Token(kind, word, value, position, here(end - position)));
        position = end;
    }

    private Span here(int length) {
        return new Span(line, position - lineStart + 1, length);
    }

    private FormulaException error(int length, Said sentence) {
        return new FormulaException(here(length), sentence);
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(at(end))) {
            end++;
        }
        return end;
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isSuperscript(char c) {
        return c == '⁻' || c == 'ᵗ' || SUPERSCRIPTS.indexOf(c) >= 0;
    }

    private static boolean isNameStart(char c) {
        return (Character.isLetter(c) || c == '_') && !isSuperscript(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Names.digit(c) >= 0 || c >= '\u0300' && c <= '\u036F';
    }
}
