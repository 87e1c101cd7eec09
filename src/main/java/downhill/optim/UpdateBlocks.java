package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.Expr;
import downhill.expr.FormulaException;
import downhill.expr.Parser;
import downhill.expr.Span;
import downhill.expr.UnaryOp;
import downhill.expr.UpdatePart;
import downhill.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The parts of an update, each up to its {@code end}: {@code for matrices:} or {@code for arrays up to 100:} with {@code otherwise:},
 * within it {@code every k:} or {@code when …:}, within these {@code repeat k:}.
 */
final class UpdateBlocks {
    /** More than any iteration of a paper needs; every turn is written out for the engine. */
    static final int MOST_REPEATS = 20;

    private record Open(Span span, UpdatePart before) {
    }

    private final Set<String> symbols;
    private final Map<Integer, UpdatePart> blocks = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private UpdatePart now = UpdatePart.NONE;
    private UpdatePart.Whom chosen;

    /** @param symbols that are declared when the update is read */
    UpdateBlocks(Set<String> symbols) {
        this.symbols = symbols;
    }

    /** Whether the line opens or ends a part; if not, it belongs to the part that is open. */
    boolean take(String line, int number) {
        String words = line.strip();
        Span span = RuleParser.span(line, number);
        Matcher repeat = PartWords.REPEAT.matcher(words);
        Matcher choice = PartWords.CHOICE.matcher(words);
        Matcher gate = PartWords.GATE.matcher(words);
        if (repeat.matches()) {
            repeat(Integer.parseInt(repeat.group(1)), span);
        } else if (choice.matches()) {
            choose(choice, span);
        } else if (PartWords.OTHERWISE.matcher(words).matches()) {
            require(now.place() == UpdatePart.Place.CHOSEN && open.size() == 1, span, "rule.block.otherwise");
            now = now.of(UpdatePart.Place.OTHERWISE, chosen);
        } else if (gate.matches()) {
            gate(gate, line, span);
        } else if (words.equals("end")) {
            require(!open.isEmpty(), span, "rule.block.end");
            now = open.pop().before();
        } else {
            PartWords.meant(words, MOST_REPEATS).ifPresent(what -> {
                throw new FormulaException(span, what);
            });
            blocks.put(number, now);
            return false;
        }
        return true;
    }

    private void enter(UpdatePart part, Span span) {
        open.push(new Open(span, now));
        now = part;
    }

    private void choose(Matcher choice, Span span) {
        require(now.equals(UpdatePart.NONE), span, "rule.block.nested");
        int most = choice.group(2) == null ? UpdatePart.Whom.ANY : Integer.parseInt(choice.group(2));
        UpdatePart.Whom whom = new UpdatePart.Whom(choice.group(1).equals("matrices"), most);
        require(whom.matrices() || most != UpdatePart.Whom.ANY, span, "rule.block.arrays");
        require(chosen == null || chosen.equals(whom), span, "rule.block.other");
        chosen = whom;
        enter(now.of(UpdatePart.Place.CHOSEN, whom), span);
    }

    private void repeat(int times, Span span) {
        require(now.group() == 0, span, "rule.block.nested");
        if (times < 1 || times > MOST_REPEATS) {
            throw new FormulaException(span, Said.of("rule.block.repeats", times, MOST_REPEATS));
        }
        enter(now.repeated(times, span.line()), span);
    }

    private void gate(Matcher gate, String line, Span span) {
        require(now.gate() == null && now.group() == 0, span, "rule.block.nested");
        String written = gate.group(2);
        int column = line.indexOf(written, line.indexOf(gate.group(1)) + gate.group(1).length());
        Expr said = Parser.expression("\n".repeat(span.line() - 1) + " ".repeat(column) + written, symbols);
        String words = gate.group(1) + " " + written;
        require(!(words.startsWith("every") && said instanceof Expr.Num k && k.value() == 0), span, "rule.part.every");
        enter(now.gated(new UpdatePart.Gate(gate.group(1).equals("every") ? every(said) : said, words, span.line())), span);
    }

    /** In step 1 and every k-th after it: t − 1 is a multiple of k. */
    private static Expr every(Expr k) {
        Span span = k.span();
        Expr past = new Expr.Binary(BinaryOp.SUBTRACT, new Expr.Sym(Rule.STEP, span), new Expr.Num(1, span), span);
        Expr turns = new Expr.Unary(UnaryOp.ROUND, new Expr.Binary(BinaryOp.DIVIDE, past, k, span), span);
        return new Expr.Binary(BinaryOp.EQUAL, new Expr.Binary(BinaryOp.MULTIPLY, turns, k, span), past, span);
    }

    private static void require(boolean right, Span span, String key) {
        if (!right) {
            throw new FormulaException(span, Said.of(key));
        }
    }

    /** The lines of the whole update, each in its part. */
    List<Assignment> placed(List<Assignment> lines) {
        if (!open.isEmpty()) {
            throw new FormulaException(open.peek().span(), Said.of("rule.block.open"));
        }
        return lines.stream().map(line -> line.in(blocks.getOrDefault(line.span().line(), UpdatePart.NONE))).toList();
    }

    /** The lines as they are done: what is repeated stands there as often. */
    static List<Assignment> unrolled(List<Assignment> lines) {
        List<Assignment> done = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = groupEnd(lines, from);
            for (int turn = 0; turn < lines.get(from).block().repeats(); turn++) {
                done.addAll(lines.subList(from, to));
            }
            from = to;
        }
        return List.copyOf(done);
    }

    private static int groupEnd(List<Assignment> lines, int from) {
        int group = lines.get(from).block().group();
        int to = from + 1;
        while (group != 0 && to < lines.size() && lines.get(to).block().group() == group) {
            to++;
        }
        return to;
    }
}
