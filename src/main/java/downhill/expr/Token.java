package downhill.expr;

import downhill.words.Said;

/**
 * A word of the language.
 *
 * @param kind   what it is
 * @param text   canonical spelling: a name as {@link Names#canonical}, an operator in ASCII
 * @param number value of a NUMBER or SUPERSCRIPT
 * @param offset characters before it in the text
 */
record Token(Kind kind, String text, double number, int offset, Span span) {
    enum Kind { NUMBER, NAME, SUPERSCRIPT, OPERATOR, LINE_END, END }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    int end() {
        return offset + span.length();
    }

    /** How a message names this token. */
    Said quoted() {
        return switch (kind) {
            case END -> Said.of("token.end.text");
            case LINE_END -> Said.of("token.end.line");
            case SUPERSCRIPT -> Said.plain("'^" + (text.isEmpty() ? String.valueOf((long) number) : text) + "'");
            default -> Said.plain("'" + text + "'");
        };
    }
}
