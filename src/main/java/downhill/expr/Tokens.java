package downhill.expr;

import downhill.words.Said;
import java.util.List;

/** The tokens not read yet. Inside brackets an end of line is white space. */
final class Tokens {
    private final List<Token> tokens;
    private int position;
    private int brackets;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        while (brackets > 0 && tokens.get(position).kind() == Token.Kind.LINE_END) {
            position++;
        }
        return tokens.get(position);
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    boolean take(String operator) {
        boolean found = peek().is(operator);
        if (found) {
            position++;
        }
        return found;
    }

    void openBracket() {
        brackets++;
    }

    void closeBracket() {
        brackets--;
    }

    void ignoreLineEnds() {
        brackets = 1;
    }

    /** Skips empty lines; whether anything follows. */
    boolean skipLineEnds() {
        while (tokens.get(position).kind() == Token.Kind.LINE_END) {
            position++;
        }
        return tokens.get(position).kind() != Token.Kind.END;
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek());
        }
    }

    void expectLineEnd() {
        Token.Kind kind = peek().kind();
        if (kind != Token.Kind.END && kind != Token.Kind.LINE_END) {
            throw unexpected(peek());
        }
    }

    /** The span from a first token to the last one read. */
    Span since(Token first) {
        Token last = tokens.get(Math.max(0, position - 1));
        return new Span(first.span().line(), first.span().column(), Math.max(0, last.end() - first.offset()));
    }

    private static FormulaException unexpected(Token token) {
        return new FormulaException(token.span(), Said.of("rule.follow", token.quoted(), Said.of(advice(token))));
    }

    private static String advice(Token token) {
        if (token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.NUMBER || token.is("(")) {
            return "advice.operator";
        }
        if (token.is("<-")) {
            return "advice.arrow";
        }
        return token.is(")") ? "advice.bracket" : "advice.complete";
    }
}
