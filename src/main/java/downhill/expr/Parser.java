package downhill.expr;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads formulas: {@code (1 − x)² + 100·(y − x²)²}, and updates: {@code theta <- theta - eta*g}.
 *
 * <p>Binding, loosest first: {@code or}, {@code and}, {@code not}, comparison (does not chain), {@code + −},
 * {@code · /}, unary minus, {@code ^} (right to left), {@code √} (takes one name, number, call or bracket). So −x² is −(x²).
 * In the lines of an update {@code @} is the product of matrices, as tight as {@code ·}, and functions of whole tensors may be called.
 * A text of more than 20,000 characters, 5,000 parts or 200 levels is refused. Every fault is a {@link FormulaException}.
 */
public final class Parser {
    /** The longest text that is read. */
    public static final int MAX_CHARACTERS = 20_000;

    private final Tokens tokens;
    private final Set<String> declared;
    private final TreeBuilder tree = new TreeBuilder();
    private final ExpressionParser expressions;

    private Parser(String text, int firstLine, Set<String> declared, boolean tensors) {
        if (text.length() > MAX_CHARACTERS) {
            throw new FormulaException(new Span(firstLine, 1, 0), Said.of("text.long", text.length(), MAX_CHARACTERS));
        }
        this.declared = new HashSet<>(declared);
        this.tokens = new Tokens(Lexer.read(text, firstLine));
        this.expressions = new ExpressionParser(tokens, tree, this.declared, tensors);
    }

    /** Reads one expression; e and π are numbers. */
    public static Expr expression(String text) {
        return expression(text, Set.of());
    }

    /** Reads one expression. A name in {@code declared} (canonical) is a symbol even where it would be the number e or π. */
    public static Expr expression(String text, Set<String> declared) {
        Parser parser = new Parser(text, 1, declared, false);
        parser.tokens.ignoreLineEnds();
        Expr expr = parser.expressions.read();
        parser.tokens.expectEnd();
        return expr;
    }

    /** Reads assignments, one a line or separated by semicolons; may be empty. */
    public static List<Assignment> assignments(String text, Set<String> declared) {
        return assignments(text, declared, 1);
    }

    /** The same where {@code text} begins at the line {@code firstLine} of a larger text. */
    public static List<Assignment> assignments(String text, Set<String> declared, int firstLine) {
        Parser parser = new Parser(text, firstLine, declared, true);
        List<Assignment> lines = new ArrayList<>();
        while (parser.tokens.skipLineEnds()) {
            lines.add(parser.assignment());
        }
        return List.copyOf(lines);
    }

    /** Whether {@code text}, without white space around, is a name that a formula can use. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > 100) {
            return false;
        }
        try {
            List<Token> tokens = Lexer.read(text, 1);
            return tokens.size() == 2 && tokens.get(0).kind() == Token.Kind.NAME && tokens.get(0).span().length() == text.length()
                    && !Functions.isFunction(tokens.get(0).text());
        } catch (FormulaException notAName) {
            return false;
        }
    }

    private Assignment assignment() {
        Token target = tokens.next();
        if (target.kind() != Token.Kind.NAME || Functions.isFunction(target.text())) {
            throw new FormulaException(target.span(), Said.of("line.begin", target.quoted()));
        }
        Token arrow = tokens.next();
        if (!arrow.is("<-") && !arrow.is("=")) {
            throw new FormulaException(arrow.span(), Said.of("line.arrow", target.text(), arrow.quoted()));
        }
        Expr value = expressions.read();
        tokens.expectLineEnd();
        declared.add(target.text());
        return new Assignment(target.text(), value, target.span());
    }
}
