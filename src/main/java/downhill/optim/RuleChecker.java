package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.expr.Span;
import downhill.expr.Symbols;
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
            throw new FormulaException(place, symbol + " already has a meaning (θ parameters, g gradient, t step); "
                    + "choose another symbol.");
        }
        if (places.putIfAbsent(symbol, place) != null) {
            throw new FormulaException(place, symbol + " is declared twice; rename or remove one.");
        }
    }

    void check(Rule rule, int lines) {
        sizes(rule);
        uniqueKeys(rule.hyperparameters());
        rule.states().forEach(state -> start(state, rule));
        targets(rule);
        RuleAnalysis.of(rule.hyperparameters(), rule.states(), rule.update());
        if (rule.update().stream().noneMatch(line -> line.target().equals(Rule.PARAMETERS))) {
            throw new FormulaException(new Span(lines, 1, 0), "The update never changes θ; add a line such as θ ← θ − η·g.");
        }
        answer(rule);
        uses(rule);
    }

    private void answer(Rule rule) {
        if (rule.answer().isBlank()) {
            throw new FormulaException(place("answer:"), "The line answer: names nothing; give θ or a state, or remove the line.");
        }
        if (!rule.answer().equals(Rule.PARAMETERS) && rule.answerRow() < 0) {
            throw new FormulaException(place("answer:"), "The answer must be θ or a state that is one number for each parameter; "
                    + rule.answer() + " is not one.");
        }
    }

    private void sizes(Rule rule) {
        limit(rule.hyperparameters().size(), MAX_HYPERPARAMETERS, "hyperparameters");
        limit(rule.states().size(), MAX_STATES, "states");
        limit(rule.update().size(), MAX_LINES, "update lines");
    }

    private void limit(int count, int most, String what) {
        if (count > most) {
            throw new FormulaException(new Span(1, 1, 0), "The rule has " + count + " " + what + "; at most " + most + " are allowed.");
        }
    }

    private void uniqueKeys(List<Hyperparameter> hyperparameters) {
        Set<String> keys = new HashSet<>();
        for (Hyperparameter h : hyperparameters) {
            if (!keys.add(h.key())) {
                throw new FormulaException(place(h.symbol()), "The key " + h.key() + " is used twice; each needs its own.");
            }
        }
    }

    private void start(StateVariable state, Rule rule) {
        Set<String> known = rule.hyperparameters().stream().map(Hyperparameter::symbol).collect(Collectors.toSet());
        if (!state.scalar()) {
            known.add(Rule.PARAMETERS);
        }
        requireKnown(state.start(), known, "The start of " + state.symbol() + " may use only hyperparameters"
                + (state.scalar() ? " (it is one number for the run)" : " and θ") + "; ");
    }

    private static void requireKnown(Expr expr, Set<String> known, String sentence) {
        if (expr instanceof Expr.Sym sym && !known.contains(sym.name())) {
            throw new FormulaException(sym.span(), sentence + sym.name() + " is not one.");
        }
        Exprs.children(expr).forEach(child -> requireKnown(child, known, sentence));
    }

    private void targets(Rule rule) {
        for (Assignment line : rule.update()) {
            boolean hyperparameter = rule.hyperparameters().stream().anyMatch(h -> h.symbol().equals(line.target()));
            if (hyperparameter && !line.target().equals(Rule.LEARNING_RATE)) {
                throw new FormulaException(line.span(), line.target() + " is a hyperparameter, and of these a rule may change only η; "
                        + "declare a scalar state that starts from it.");
            }
            if (line.target().equals(Rule.STEP)) {
                throw new FormulaException(line.span(), "t counts the steps and cannot be assigned; choose another name.");
            }
            if (line.target().equals(Rule.LEARNING_RATE) && !hyperparameter) {
                throw new FormulaException(line.span(), "η is assigned but is not a hyperparameter; declare it with the key learningRate.");
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
        }
        Set<String> assigned = rule.update().stream().map(Assignment::target).collect(Collectors.toSet());
        rule.hyperparameters().forEach(h -> requireUse(h.symbol(), used, "The hyperparameter "));
        for (StateVariable state : rule.states()) {
            requireUse(state.symbol(), used, "The state ");
            if (!assigned.contains(state.symbol())) {
                throw new FormulaException(place(state.symbol()), "The state " + state.symbol()
                        + " never gets a new value; assign it in the update or remove it.");
            }
        }
        locals(rule, used);
    }

    private void locals(Rule rule, Set<String> used) {
        for (Assignment line : rule.update()) {
            if (!line.target().equals(Rule.PARAMETERS) && !used.contains(line.target())) {
                throw new FormulaException(line.span(), "The value of " + line.target() + " is never used; use it, remove the line, "
                        + "or declare it as a state if it should be kept.");
            }
        }
    }

    private void requireUse(String symbol, Set<String> used, String what) {
        if (!used.contains(symbol)) {
            throw new FormulaException(place(symbol), what + symbol + " is never used; use it in the update or remove it.");
        }
    }
}
