package downhill.optim;

import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.MatrixFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where what a state of a shape of its own holds for each tensor lies in the state's row: one behind the other, each turned as parameters
 * are: [columns, rows], so that a column's numbers are neighbours. Tensors for which no line changes the state have nothing in it.
 */
public final class StateLayout {
    private final StateVariable state;
    private final List<RuleTensor> tensors;
    private final int[] offsets;
    private final long length;

    private StateLayout(Rule rule, StateVariable state, List<RuleTensor> tensors) {
        this.state = state;
        this.tensors = tensors;
        this.offsets = new int[tensors.size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            boolean held = rule.changes(state.symbol(), tensors.get(i));
            offsets[i] = held ? (int) Math.min(at, Integer.MAX_VALUE) : -1;
            at += held ? (long) state.rows().of(tensors.get(i)) * state.columns().of(tensors.get(i)) : 0;
        }
        length = at;
    }

    /** Of each state with a shape of its own, by symbol. */
    public static Map<String, StateLayout> of(Rule rule, List<RuleTensor> tensors) {
        Map<String, StateLayout> all = new HashMap<>();
        rule.states().stream().filter(StateVariable::shaped)
                .forEach(state -> all.put(state.symbol(), new StateLayout(rule, state, tensors)));
        return all;
    }

    /** Numbers in the row, 0 where no tensor has any. */
    public long length() {
        return length;
    }

    /** Arrays of the model. */
    public int arrays() {
        return offsets.length;
    }

    /** Where a tensor's numbers begin, or −1. */
    public int offset(int tensor) {
        return offsets[tensor];
    }

    /** Rows of what a tensor has. */
    public int rows(int tensor) {
        return state.rows().of(tensors.get(tensor));
    }

    /** Columns of what a tensor has. */
    public int columns(int tensor) {
        return state.columns().of(tensors.get(tensor));
    }

    /** The row before the first step. */
    public double[] start(Map<String, Double> numbers) {
        double[] row = new double[(int) length];
        double[] values = {element(numbers, 0), element(numbers, 1)};
        for (int i = 0; i < offsets.length; i++) {
            for (int k = 0; offsets[i] >= 0 && k < rows(i) * columns(i); k++) {
                row[offsets[i] + k] = values[k / rows(i) == k % rows(i) ? 1 : 0];
            }
        }
        return row;
    }

    /** @param identity what the identity has there */
    private double element(Map<String, Double> numbers, double identity) {
        return Evaluator.evaluate(withIdentity(state.start(), identity), new HashMap<>(numbers));
    }

    private static Expr withIdentity(Expr expr, double identity) {
        return expr instanceof Expr.OfMatrix of && of.function() == MatrixFunction.IDENTITY ? new Expr.Num(identity, of.span())
                : Exprs.mapChildren(expr, part -> withIdentity(part, identity));
    }
}
