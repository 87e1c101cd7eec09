package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.UpdatePart;
import downhill.expr.FormulaException;
import downhill.expr.ModelQuestion;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which values of a rule are one number for a run (scalar) and which are arrays: one number for each parameter (element-wise), for
 * each tensor, or a matrix. A local name is what its last assignment made it.
 */
public final class RuleAnalysis {
    private final Map<String, ValueShape> inChosen = new HashMap<>();
    private final Map<String, ValueShape> inOthers = new HashMap<>();
    private final Map<String, ValueShape> ofStates = new HashMap<>();
    private final Set<String> fixedScalars = new HashSet<>();
    private final List<Boolean> scalarLines = new ArrayList<>();
    private final List<Boolean> keeping = new ArrayList<>();
    private final Set<String> gated = new HashSet<>();
    private UpdatePart.Gate gate;

    private RuleAnalysis(List<Hyperparameter> hyperparameters, List<StateVariable> states, List<Assignment> lines) {
        know(Rule.STEP, ValueShape.NUMBER);
        hyperparameters.forEach(h -> know(h.symbol(), ValueShape.NUMBER));
        fixedScalars.add(Rule.LEARNING_RATE);
        for (StateVariable state : states) {
            if (state.scalar()) {
                fixedScalars.add(state.symbol());
                know(state.symbol(), ValueShape.NUMBER);
            } else {
                ofStates.put(state.symbol(), state.shape());
                state(state, lines);
            }
        }
        ofStates.put(Rule.PARAMETERS, ValueShape.WHOLE);
        ofStates.put(Rule.GRADIENT, ValueShape.WHOLE);
        know(Rule.PARAMETERS, ValueShape.WHOLE);
        know(Rule.GRADIENT, ValueShape.WHOLE);
    }

    /** A state of a shape of its own is there for those tensors for which a line changes it. */
    private void state(StateVariable state, List<Assignment> lines) {
        if (!state.shaped()) {
            know(state.symbol(), state.shape());
        } else {
            lines.stream().filter(line -> line.target().equals(state.symbol())).flatMap(line -> concerned(line.block().place()))
                    .forEach(known -> known.put(state.symbol(), state.shape()));
        }
    }

    /**
     * Walks an update; an unknown symbol, shapes that do not fit or a scalar given an element-wise value is a located
     * {@link FormulaException}.
     *
     * @param lines as they are done, see {@link Rule#steps()}
     */
    public static RuleAnalysis of(List<Hyperparameter> hyperparameters, List<StateVariable> states, List<Assignment> lines) {
        RuleAnalysis analysis = new RuleAnalysis(hyperparameters, states, lines);
        lines.forEach(analysis::line);
        return analysis;
    }

    /** Whether line {@code index} of those that were walked is computed once for the whole run. */
    public boolean isScalarLine(int index) {
        return scalarLines.get(index);
    }

    /** Whether what line {@code index} assigns had a value before, which stays in the steps in which the line is not done. */
    boolean keeps(int index) {
        return keeping.get(index);
    }

    private void know(String name, ValueShape shape) {
        inChosen.put(name, shape);
        inOthers.put(name, shape);
    }

    private void line(Assignment line) {
        enter(line.block().gate());
        boolean scalar = true;
        boolean keeps = true;
        for (Map<String, ValueShape> known : concerned(line.block().place()).toList()) {
            ValueShape before = gated.contains(line.target()) ? null : known.get(line.target());
            keeps &= before != null;
            ValueShape shape = shapeOf(line, known);
            if (gate != null && before != null) {
                shape = kept(line, before, shape);
            } else if (gate != null) {
                gated.add(line.target());
            }
            scalar &= shape.number();
            known.put(line.target(), shape);
        }
        scalarLines.add(scalar);
        keeping.add(keeps);
    }

    /** What first gets a value in lines that are done in some steps only has none outside of them. */
    private void enter(UpdatePart.Gate next) {
        if (Objects.equals(gate, next)) {
            return;
        }
        gated.forEach(inChosen::remove);
        gated.forEach(inOthers::remove);
        gated.clear();
        gate = next;
        if (gate != null && !new ShapeReader(inOthers, UpdatePart.NONE).of(gate.due()).number()) {
            throw new FormulaException(gate.due().span(), Said.of("rule.when"));
        }
    }

    private static ValueShape kept(Assignment line, ValueShape before, ValueShape shape) {
        if (!before.equals(before.with(shape)) || before.number() && !shape.number()) {
            throw new FormulaException(line.span(), Said.of("rule.shape.kept", line.target(), before.shown(), shape.shown()));
        }
        return before;
    }

    private Stream<Map<String, ValueShape>> concerned(UpdatePart.Place place) {
        return switch (place) {
            case EVERYWHERE -> Stream.of(inChosen, inOthers);
            case CHOSEN -> Stream.of(inChosen);
            case OTHERWISE -> Stream.of(inOthers);
        };
    }

    /** The shape of what the line gives its target. */
    private ValueShape shapeOf(Assignment line, Map<String, ValueShape> known) {
        ValueShape shape = line.value() instanceof Expr.Evaluated evaluated ? evaluated(evaluated, line, known)
                : new ShapeReader(known, line.block()).of(line.value());
        boolean everywhere = line.block().place() == UpdatePart.Place.EVERYWHERE;
        if (fixedScalars.contains(line.target()) && !(shape.number() && everywhere)) {
            throw new FormulaException(line.span(), Said.of(everywhere ? "rule.scalar" : "rule.scalar.block", line.target()));
        }
        if (ofStates.containsKey(line.target())) {
            return ofState(line, ofStates.get(line.target()), shape);
        }
        if (everywhere) {
            return shape;
        }
        if (known.containsKey(line.target()) && known.get(line.target()).number()) {
            throw new FormulaException(line.span(), Said.of("rule.scalar.block", line.target()));
        }
        return shape.number() ? ValueShape.OF_TENSOR : shape;
    }

    /** The model is asked with all parameters at once. */
    private static ValueShape evaluated(Expr.Evaluated evaluated, Assignment line, Map<String, ValueShape> known) {
        ValueShape argument = new ShapeReader(known, line.block()).of(evaluated.argument());
        if (line.block().place() != UpdatePart.Place.EVERYWHERE) {
            throw new FormulaException(evaluated.span(), Said.of("rule.evaluated"));
        }
        if (!argument.equals(ValueShape.WHOLE)) {
            throw new FormulaException(evaluated.argument().span(), Said.of("rule.evaluated.whole", argument.shown()));
        }
        return evaluated.what() == ModelQuestion.LOSS ? ValueShape.OF_TENSOR : ValueShape.WHOLE;
    }

    private static ValueShape ofState(Assignment line, ValueShape state, ValueShape shape) {
        if (!state.equals(state.with(shape))) {
            throw new FormulaException(line.span(), state.equals(ValueShape.WHOLE)
                    ? Said.of("rule.shape.state", line.target(), shape.shown())
                    : Said.of("rule.shape.own", line.target(), state.shown(), shape.shown()));
        }
        return state;
    }
}
