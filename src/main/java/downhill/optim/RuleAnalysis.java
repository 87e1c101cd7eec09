package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.expr.Symbols;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values of a rule are one number for a run (scalar) and which are one for each parameter (element-wise). A local
 * name is what its last assignment made it.
 */
public final class RuleAnalysis {
    private final Set<String> scalars = new HashSet<>();
    private final Set<String> elements = new HashSet<>(Set.of(Rule.PARAMETERS, Rule.GRADIENT));
    private final Set<String> fixedScalars = new HashSet<>();
    private final Set<String> elementStates = new HashSet<>();
    private final List<Boolean> scalarLines = new ArrayList<>();

    private RuleAnalysis(List<Hyperparameter> hyperparameters, List<StateVariable> states) {
        scalars.add(Rule.STEP);
        hyperparameters.forEach(h -> scalars.add(h.symbol()));
        fixedScalars.add(Rule.LEARNING_RATE);
        for (StateVariable state : states) {
            (state.scalar() ? scalars : elements).add(state.symbol());
            (state.scalar() ? fixedScalars : elementStates).add(state.symbol());
        }
        elementStates.add(Rule.PARAMETERS);
        elementStates.add(Rule.GRADIENT);
    }

    /** Walks the update; an unknown symbol or a scalar given an element-wise value is a located {@link FormulaException}. */
    public static RuleAnalysis of(List<Hyperparameter> hyperparameters, List<StateVariable> states, List<Assignment> update) {
        RuleAnalysis analysis = new RuleAnalysis(hyperparameters, states);
        update.forEach(analysis::line);
        return analysis;
    }

    /** Whether line {@code index} of the update is computed once for the whole run. */
    public boolean isScalarLine(int index) {
        return scalarLines.get(index);
    }

    private void line(Assignment line) {
        requireKnown(line.value());
        boolean scalar = isScalar(line.value());
        if (fixedScalars.contains(line.target()) && !scalar) {
            throw new FormulaException(line.span(), Said.of("rule.scalar", line.target()));
        }
        scalar &= !elementStates.contains(line.target());
        (scalar ? elements : scalars).remove(line.target());
        (scalar ? scalars : elements).add(line.target());
        scalarLines.add(scalar);
    }

    private boolean isScalar(Expr expr) {
        return scalars.containsAll(Symbols.of(expr));
    }

    private void requireKnown(Expr expr) {
        if (expr instanceof Expr.Sym sym && !scalars.contains(sym.name()) && !elements.contains(sym.name())) {
            throw new FormulaException(sym.span(), Said.of("rule.unknown", sym.name()));
        }
        Exprs.children(expr).forEach(this::requireKnown);
    }
}
