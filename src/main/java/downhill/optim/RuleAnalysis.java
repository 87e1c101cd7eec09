package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.UpdatePart;
import downhill.expr.FormulaException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a rule are one number for a run (scalar) and which are arrays: one number for each parameter (element-wise), for
 * each tensor, or a matrix. A local name is what its last assignment made it.
 */
public final class RuleAnalysis {
    private final Map<String, ValueShape> inMatrices = new HashMap<>();
    private final Map<String, ValueShape> inOthers = new HashMap<>();
    private final Set<String> fixedScalars = new HashSet<>();
    private final Set<String> elementStates = new HashSet<>(Set.of(Rule.PARAMETERS, Rule.GRADIENT));
    private final List<Boolean> scalarLines = new ArrayList<>();

    private RuleAnalysis(List<Hyperparameter> hyperparameters, List<StateVariable> states) {
        know(Rule.STEP, ValueShape.NUMBER);
        hyperparameters.forEach(h -> know(h.symbol(), ValueShape.NUMBER));
        fixedScalars.add(Rule.LEARNING_RATE);
        for (StateVariable state : states) {
            know(state.symbol(), state.scalar() ? ValueShape.NUMBER : ValueShape.WHOLE);
            (state.scalar() ? fixedScalars : elementStates).add(state.symbol());
        }
        know(Rule.PARAMETERS, ValueShape.WHOLE);
        know(Rule.GRADIENT, ValueShape.WHOLE);
    }

    /**
     * Walks an update; an unknown symbol, shapes that do not fit or a scalar given an element-wise value is a located
     * {@link FormulaException}.
     *
     * @param lines as they are done, see {@link Rule#steps()}
     */
    public static RuleAnalysis of(List<Hyperparameter> hyperparameters, List<StateVariable> states, List<Assignment> lines) {
        RuleAnalysis analysis = new RuleAnalysis(hyperparameters, states);
        lines.forEach(analysis::line);
        return analysis;
    }

    /** Whether line {@code index} of those that were walked is computed once for the whole run. */
    public boolean isScalarLine(int index) {
        return scalarLines.get(index);
    }

    private void know(String name, ValueShape shape) {
        inMatrices.put(name, shape);
        inOthers.put(name, shape);
    }

    private void line(Assignment line) {
        boolean scalar = true;
        for (Map<String, ValueShape> known : concerned(line.block().place())) {
            ValueShape shape = shapeOf(line, known);
            scalar &= shape.number();
            known.put(line.target(), shape);
        }
        scalarLines.add(scalar);
    }

    private List<Map<String, ValueShape>> concerned(UpdatePart.Place place) {
        return switch (place) {
            case EVERYWHERE -> List.of(inMatrices, inOthers);
            case MATRICES -> List.of(inMatrices);
            case OTHERWISE -> List.of(inOthers);
        };
    }

    /** The shape of what the line gives its target. */
    private ValueShape shapeOf(Assignment line, Map<String, ValueShape> known) {
        ValueShape shape = new ShapeReader(known, line.block().place()).of(line.value());
        boolean everywhere = line.block().place() == UpdatePart.Place.EVERYWHERE;
        if (fixedScalars.contains(line.target()) && !(shape.number() && everywhere)) {
            throw new FormulaException(line.span(), Said.of(everywhere ? "rule.scalar" : "rule.scalar.block", line.target()));
        }
        if (elementStates.contains(line.target())) {
            return whole(line, shape);
        }
        if (everywhere) {
            return shape;
        }
        if (known.containsKey(line.target()) && known.get(line.target()).number()) {
            throw new FormulaException(line.span(), Said.of("rule.scalar.block", line.target()));
        }
        return shape.number() ? ValueShape.OF_TENSOR : shape;
    }

    private static ValueShape whole(Assignment line, ValueShape shape) {
        if (!ValueShape.WHOLE.equals(ValueShape.WHOLE.with(shape))) {
            throw new FormulaException(line.span(), Said.of("rule.shape.state", line.target(), shape.shown()));
        }
        return ValueShape.WHOLE;
    }
}
