package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.FormulaException;
import downhill.expr.Parser;
import downhill.expr.Span;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads rule texts (format: docs/rules.md). Every fault, of form or of sense, is a {@link FormulaException} that names
 * line and column.
 */
public final class RuleParser {
    /** A name, the sides of what it holds, and its first value. */
    private static final Pattern SHAPE = Pattern.compile("([^\\[←=]*)(\\[\\s*([^\\s\\]×]+)\\s*(?:×|x|by)\\s*([^\\s\\]×]+)\\s*\\])(.*)");

    private final String text;
    private final Map<String, String> headers = new HashMap<>();
    private final List<Hyperparameter> hyperparameters = new ArrayList<>();
    private final List<StateVariable> states = new ArrayList<>();
    private final List<Assignment> update = new ArrayList<>();
    private final RuleChecker checker = new RuleChecker();
    private final Set<String> symbols = new HashSet<>();
    /** The text with every line blank that is not of the update, so that places in it are places in the file. */
    private final StringBuilder updateText = new StringBuilder();
    private final UpdateBlocks blocks = new UpdateBlocks(symbols);
    private String section = "";
    private final Set<String> sections = new HashSet<>();

    private RuleParser(String text) {
        this.text = text;
    }

    /** Reads and checks one rule. */
    public static Rule parse(String text) {
        if (text.length() > Parser.MAX_CHARACTERS) {
            throw new FormulaException(new Span(1, 1, 0), Said.of("rule.long", text.length(), Parser.MAX_CHARACTERS));
        }
        return new RuleParser(text.startsWith("\uFEFF") ? text.substring(1) : text).rule();
    }

    private Rule rule() {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            updateText.append(i == 0 ? "" : "\n");
            line(lines[i], i + 1);
        }
        update.addAll(blocks.placed(Parser.assignments(updateText.toString(), symbols)));
        require("id", lines.length);
        require("name", lines.length);
        if (!sections.contains("update")) {
            throw new FormulaException(new Span(lines.length, 1, 0), Said.of("rule.update.none"));
        }
        if (!headers.get("id").matches("[a-z0-9]++(-[a-z0-9]++)*+") || headers.get("id").length() > 60) {
            throw new FormulaException(checker.place("id:"), Said.of("rule.id"));
        }
        Rule rule = new Rule(headers.get("id"), headers.get("name"), headers.getOrDefault("source", ""),
                headers.getOrDefault("note", ""), families(), hyperparameters, states, update, answer(), text);
        checker.check(rule, lines.length);
        return rule;
    }

    private List<RuleFamily> families() {
        return headers.containsKey("family") ? Arrays.stream(headers.get("family").split(",", -1)).map(word -> family(word.strip()))
                .distinct().toList()
                : List.of();
    }

    private RuleFamily family(String word) {
        return RuleFamily.of(word).orElseThrow(() -> new FormulaException(checker.place("family:"),
                Said.of("rule.family", word, Arrays.stream(RuleFamily.values()).map(RuleFamily::key).collect(Collectors.joining(", ")))));
    }

    /** The symbol in its canonical form; what is no name at all is left as it stands, for the checker to refuse. */
    private String answer() {
        String written = headers.getOrDefault("answer", Rule.PARAMETERS);
        return Parser.isName(written) && Parser.expression(written, symbols) instanceof Expr.Sym symbol ? symbol.name() : written;
    }

    private void line(String raw, int number) {
        String line = stripComment(raw);
        if (line.isBlank()) {
            return;
        }
        int colon = line.indexOf(':');
        String head = colon < 0 ? "" : line.substring(0, colon).strip();
        if (RuleHeads.isHeader(head)) {
            header(head, line.substring(colon + 1).strip(), span(line, number));
        } else if (RuleHeads.isSection(head) && line.substring(colon + 1).isBlank()) {
            section = head;
            sections.add(head);
        } else {
            RuleHeads.refuseNear(line, number, section);
            item(line, number);
        }
    }

    private void header(String key, String value, Span span) {
        if (headers.containsKey(key) && !key.equals("note")) {
            throw new FormulaException(span, Said.of("rule.lines.two", key));
        }
        checker.at(key + ":", span);
        headers.merge(key, value, (before, more) -> before + " " + more);
    }

    private void item(String line, int number) {
        if (!section.equals("update")) {
            RuleHeads.refuseWide(line, number);
        }
        switch (section) {
            case "hyperparameters" -> hyperparameter(line, number);
            case "states" -> state(line, number, false);
            case "scalar states" -> state(line, number, true);
            case "update" -> updateText.append(blocks.take(line, number) ? "" : line);
            default -> throw new FormulaException(span(line, number), Said.of("rule.section"));
        }
    }

    private void hyperparameter(String line, int number) {
        Hyperparameter hyperparameter = new HyperparameterLine(line, number).read();
        checker.declare(hyperparameter.symbol(), span(line, number));
        hyperparameters.add(hyperparameter);
        symbols.add(hyperparameter.symbol());
    }

    private void state(String line, int number, boolean scalar) {
        Matcher shape = SHAPE.matcher(line);
        boolean shaped = shape.matches();
        if (!shaped && line.indexOf('[') >= 0) {
            throw new FormulaException(new Span(number, line.indexOf('[') + 1, 1), Said.of("rule.shape.form"));
        }
        String plain = shaped ? shape.group(1) + " ".repeat(shape.group(2).length()) + shape.group(5) : line;
        for (Assignment start : Parser.assignments(plain, symbols, number)) {
            checker.declare(start.target(), start.span());
            states.add(shaped ? new StateVariable(start.target(), start.value(), false, side(shape, 3, scalar, line, number),
                    side(shape, 4, scalar, line, number)) : new StateVariable(start.target(), start.value(), scalar));
            symbols.add(start.target());
        }
    }

    private static Side side(Matcher shape, int group, boolean scalar, String line, int number) {
        if (scalar) {
            throw new FormulaException(span(line, number), Said.of("rule.shape.scalar"));
        }
        return Side.of(shape.group(group)).orElseThrow(() -> new FormulaException(
                new Span(number, shape.start(group) + 1, shape.group(group).length()), Said.of("rule.side", shape.group(group))));
    }

    private void require(String key, int lines) {
        if (headers.getOrDefault(key, "").isBlank()) {
            throw new FormulaException(new Span(1, 1, 0), Said.of("rule.missing", key, key));
        }
    }

    private static String stripComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).stripTrailing();
    }

    static Span span(String line, int number) {
        int start = line.length() - line.stripLeading().length();
        return new Span(number, start + 1, line.strip().length());
    }
}
