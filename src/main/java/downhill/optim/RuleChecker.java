package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.expr.MatrixFunction;
import downhill.expr.Span;
import downhill.expr.Symbols;
import downhill.expr.UpdatePart;
import downhill.words.Said;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a rule makes sense; remembers where its parts stand so that it can say so. */
final class RuleChecker {
    private static final int MAX_HYPERPARAMETERS = 32;
    private static final int MAX_STATES = 16;
    private static final int MAX_LINES = 64;
    /** Lines with what is repeated. */
    private static final int MAX_STEPS = 200;

    /** No name of a rule. */
    private static final String FIRST_COLUMNS = "identity(…)";
    private static final UpdatePart ANY_MATRICES =
            UpdatePart.NONE.of(UpdatePart.Place.CHOSEN, new UpdatePart.Whom(true, UpdatePart.Whom.ANY));

    private final Map<String, Span> places = new HashMap<>();

    void at(String what, Span place) {
        places.put(what, place);
    }

    Span place(String what) {
        return places.getOrDefault(what, new Span(1, 1, 0));
    }

    /** A hyperparameter or state is declared here. */
    void declare(String symbol, Span place) {
        if (Set.of(Rule.PARAMETERS, Rule.GRADIENT, Rule.STEP).contains(symbol)) {
            throw new FormulaException(place, Said.of("symbol.meaning", symbol));
        }
        if (places.putIfAbsent(symbol, place) != null) {
            throw new FormulaException(place, Said.of("rule.twice", symbol));
        }
    }

    void check(Rule rule, int lines) {
        sizes(rule);
        uniqueKeys(rule.hyperparameters());
        rule.states().forEach(state -> start(state, rule));
        targets(rule);
        limit(rule.steps().size(), MAX_STEPS, Said.of("rule.most.steps"));
        RuleAnalysis.of(rule.hyperparameters(), rule.states(), rule.steps());
        if (rule.update().stream().noneMatch(line -> line.target().equals(Rule.PARAMETERS))) {
            throw new FormulaException(new Span(lines, 1, 0), Said.of("rule.still"));
        }
        answer(rule);
        uses(rule);
    }

    private void answer(Rule rule) {
        if (rule.answer().isBlank()) {
            throw new FormulaException(place("answer:"), Said.of("rule.answer.empty"));
        }
        boolean state = rule.answerRow() >= 0
                && rule.states().stream().noneMatch(one -> one.symbol().equals(rule.answer()) && one.shaped());
        if (!rule.answer().equals(Rule.PARAMETERS) && !state) {
            throw new FormulaException(place("answer:"), Said.of("rule.answer", rule.answer()));
        }
    }

    private void sizes(Rule rule) {
        limit(rule.hyperparameters().size(), MAX_HYPERPARAMETERS, Said.of("rule.most.hyperparameters"));
        limit(rule.states().size(), MAX_STATES, Said.of("rule.most.states"));
        limit(rule.update().size(), MAX_LINES, Said.of("rule.most.lines"));
    }

    private void limit(int count, int most, Said what) {
        if (count > most) {
            throw new FormulaException(new Span(1, 1, 0), Said.of("rule.most", count, what, most));
        }
    }

    private void uniqueKeys(List<Hyperparameter> hyperparameters) {
        Set<String> keys = new HashSet<>();
        for (Hyperparameter h : hyperparameters) {
            if (!keys.add(h.key())) {
                throw new FormulaException(place(h.symbol()), Said.of("rule.key.twice", h.key()));
            }
        }
    }

    private void start(StateVariable state, Rule rule) {
        Set<String> known = rule.hyperparameters().stream().map(Hyperparameter::symbol).collect(Collectors.toSet());
        if (!state.scalar() && !state.shaped()) {
            known.add(Rule.PARAMETERS);
        }
        if (state.shaped()) {
            known.addAll(Set.of(RuleTensor.ROWS, RuleTensor.COLUMNS, RuleTensor.SIZE));
        }
        requireKnown(state.start(), known, state);
        if (state.shaped()) {
            shaped(state, rule);
        }
    }

    private static void shaped(StateVariable state, Rule rule) {
        Map<String, ValueShape> numbers = new HashMap<>();
        rule.hyperparameters().forEach(h -> numbers.put(h.symbol(), ValueShape.NUMBER));
        numbers.put(FIRST_COLUMNS, state.shape());
        ValueShape start = new ShapeReader(numbers, ANY_MATRICES).of(state.columns().thin() ? cut(state.start(), state) : state.start());
        if (!state.shape().equals(state.shape().with(start))) {
            throw new FormulaException(state.start().span(),
                    Said.of("rule.shape.own", state.symbol(), state.shape().shown(), start.shown()));
        }
    }

    /** In a thin state the identity of its first side stands for that one's first columns. */
    private static Expr cut(Expr start, StateVariable state) {
        boolean identity = start instanceof Expr.OfMatrix of && of.function() == MatrixFunction.IDENTITY
                && of.argument() instanceof Expr.Sym side && side.name().equals(state.rows().word());
        return identity ? new Expr.Sym(FIRST_COLUMNS, start.span()) : Exprs.mapChildren(start, part -> cut(part, state));
    }

    private static void requireKnown(Expr expr, Set<String> known, StateVariable state) {
        if (expr instanceof Expr.Sym sym && !known.contains(sym.name())) {
            throw new FormulaException(sym.span(), Said.of(startKey(state), state.symbol(), sym.name()));
        }
        boolean identity = state.shaped() && expr instanceof Expr.OfMatrix of && of.function() == MatrixFunction.IDENTITY;
        if (Exprs.isOfTensors(expr) && !identity) {
            throw new FormulaException(expr.span(), Said.of("rule.start.tensor", state.symbol()));
        }
        Exprs.children(expr).forEach(child -> requireKnown(child, known, state));
    }

    private static String startKey(StateVariable state) {
        if (state.shaped()) {
            return "rule.start.shaped";
        }
        return state.scalar() ? "rule.start.scalar" : "rule.start";
    }

    private void targets(Rule rule) {
        for (Assignment line : rule.update()) {
            boolean hyperparameter = rule.hyperparameters().stream().anyMatch(h -> h.symbol().equals(line.target()));
            if (hyperparameter && !line.target().equals(Rule.LEARNING_RATE)) {
                throw new FormulaException(line.span(), Said.of("rule.only.eta", line.target()));
            }
            if (line.target().equals(Rule.STEP)) {
                throw new FormulaException(line.span(), Said.of("rule.t"));
            }
            if (line.target().equals(Rule.LEARNING_RATE) && !hyperparameter) {
                throw new FormulaException(line.span(), Said.of("rule.eta"));
            }
        }
    }

    private void uses(Rule rule) {
        Set<String> used = rule.states().stream().flatMap(s -> Symbols.of(s.start()).stream()).collect(Collectors.toSet());
        used.add(rule.answer());
        for (Assignment line : rule.update()) {
            Symbols.of(line.value()).stream().filter(name -> !name.equals(line.target())).forEach(used::add);
            if (line.target().equals(Rule.LEARNING_RATE)) {
                used.add(Rule.LEARNING_RATE);
            }
            if (line.block().gate() != null) {
                used.addAll(Symbols.of(line.block().gate().due()));
            }
        }
        Set<String> assigned = rule.update().stream().map(Assignment::target).collect(Collectors.toSet());
        rule.hyperparameters().forEach(h -> requireUse(h.symbol(), used, "rule.unused.hyper"));
        for (StateVariable state : rule.states()) {
            requireUse(state.symbol(), used, "rule.unused.state");
            boolean keepsTheStart = Symbols.of(state.start()).contains(Rule.PARAMETERS);
            if (!assigned.contains(state.symbol()) && !keepsTheStart) {
                throw new FormulaException(place(state.symbol()), Said.of("rule.stale", state.symbol()));
            }
        }
        locals(rule, used);
    }

    private void locals(Rule rule, Set<String> used) {
        for (Assignment line : rule.update()) {
            if (!line.target().equals(Rule.PARAMETERS) && !used.contains(line.target())) {
                throw new FormulaException(line.span(), Said.of("rule.unused.value", line.target()));
            }
        }
    }

    private void requireUse(String symbol, Set<String> used, String key) {
        if (!used.contains(symbol)) {
            throw new FormulaException(place(symbol), Said.of(key, symbol));
        }
    }
}
