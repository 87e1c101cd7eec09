package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.ModelQuestion;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Over;
import downhill.expr.UpdatePart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One step of a rule for all tensors of a model, done literally in float64: the definition of what a rule with norms, means and
 * matrices does. Slow; it is what the engine is checked against and what the glass box tells from.
 */
public final class TensorStep {
    private final List<RuleTensor> tensors;
    private final double[] paces;
    private final List<Map<String, TensorValue>> known = new ArrayList<>();
    private final List<Map<Expr, TensorValue>> made = new ArrayList<>();
    private final Map<String, StateLayout> shaped;
    private final Evaluations evaluations;
    private UpdatePart.Gate gate;
    private boolean due = true;

    /** What the model says once more in a step, on the same batch; all rows [P]. */
    public interface Evaluations {
        /** The gradient as the rule sees it, at another point. */
        double[] gradient(double[] point);

        /** A matrix at the step's θ times a vector: {@link ModelQuestion#HVP} or {@link ModelQuestion#GNVP}. */
        double[] times(ModelQuestion matrix, double[] vector);

        /** The loss at another point, penalties included. */
        double loss(double[] point);
    }

    /**
     * A line as it was done for one tensor.
     *
     * @param line  of the rule
     * @param value what came out
     * @param given what its target has then: the value, but for parameters that are slowed
     * @param parts values of what its formula makes of whole tensors, by the parts of the formula themselves
     */
    record Done(Assignment line, TensorValue value, TensorValue given, Map<Expr, TensorValue> parts) {
    }

    private final List<List<Done>> done = new ArrayList<>();

    private TensorStep(Rule rule, List<RuleTensor> tensors, double[] paces, Evaluations evaluations) {
        this.evaluations = evaluations;
        this.tensors = tensors;
        this.paces = paces;
        this.shaped = StateLayout.of(rule, tensors);
        tensors.forEach(tensor -> done.add(new ArrayList<>()));
    }

    /**
     * Does a step.
     *
     * @param tensors of the model
     * @param numbers hyperparameters (η as the step begins with it), t and scalar states, by symbol
     * @param rows    θ, g and the other states, by symbol: one number for each parameter, or as {@link StateLayout} says; of the latter
     *                those that are missing begin anew
     */
    public static TensorStep of(Rule rule, List<RuleTensor> tensors, Map<String, Double> numbers, Map<String, double[]> rows) {
        return of(rule, tensors, numbers, rows, null);
    }

    /** @param paces what each line that changes θ moves it by, as a multiple of what the line says; null where all do as they say */
    public static TensorStep of(Rule rule, List<RuleTensor> tensors, Map<String, Double> numbers, Map<String, double[]> rows,
            double[] paces) {
        return of(rule, tensors, numbers, rows, paces, null);
    }

    /** @param evaluations for rules that ask the model once more; null for others */
    public static TensorStep of(Rule rule, List<RuleTensor> tensors, Map<String, Double> numbers, Map<String, double[]> rows,
            double[] paces, Evaluations evaluations) {
        TensorStep step = new TensorStep(rule, tensors, paces, evaluations);
        Map<String, double[]> all = new HashMap<>(rows);
        step.shaped.forEach((name, layout) -> all.computeIfAbsent(name, missing -> layout.start(numbers)));
        for (int i = 0; i < tensors.size(); i++) {
            step.know(i, numbers, all);
        }
        rule.steps().forEach(step::line);
        return step;
    }

    private void know(int index, Map<String, Double> numbers, Map<String, double[]> rows) {
        RuleTensor tensor = tensors.get(index);
        Map<String, TensorValue> own = new HashMap<>();
        tensor.facts().forEach((name, value) -> own.put(name, TensorValue.number(value)));
        numbers.forEach((name, value) -> own.put(name, TensorValue.number(value)));
        rows.forEach((name, row) -> own.put(name, shaped.containsKey(name) ? cut(shaped.get(name), index, row) : cut(tensor, row)));
        known.add(own);
    }

    /** What a state of a shape of its own has for a tensor; null where it has nothing. */
    private static TensorValue cut(StateLayout layout, int index, double[] row) {
        int from = layout.offset(index);
        return from < 0 ? null : new TensorValue(layout.columns(index), layout.rows(index),
                Arrays.copyOfRange(row, from, from + layout.columns(index) * layout.rows(index))).transposed();
    }

    /** The matrix [outputs × inputs]. */
    private static TensorValue cut(RuleTensor tensor, double[] row) {
        double[] values = new double[tensor.size()];
        System.arraycopy(row, tensor.offset(), values, 0, values.length);
        return tensor.byRows() ? new TensorValue(tensor.outputs(), tensor.inputs(), values)
                : new TensorValue(tensor.inputs(), tensor.outputs(), values).transposed();
    }

    private void line(Assignment line) {
        enter(line.block().gate());
        if (!due) {
            return;
        }
        made.clear();
        tensors.forEach(tensor -> made.add(new IdentityHashMap<>()));
        settle(line.value());
        Expr.Evaluated evaluated = Exprs.evaluated(line.value());
        if (evaluated != null) {
            evaluate(evaluated);
        }
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).isIn(line.block())) {
                TensorValue value = stretched(line.target(), value(line.value(), i), i);
                TensorValue given = line.target().equals(Rule.PARAMETERS) && paces != null ? slowed(value, i) : value;
                known.get(i).put(line.target(), given);
                done.get(i).add(new Done(line, value, given, made.get(i)));
            }
        }
    }

    /** A state of a shape of its own keeps that shape. */
    private TensorValue stretched(String target, TensorValue value, int tensor) {
        StateLayout layout = shaped.get(target);
        return layout == null ? value : value.stretched(layout.rows(tensor), layout.columns(tensor));
    }

    /** Whether lines are due is found where their part begins. */
    private void enter(UpdatePart.Gate next) {
        if (!Objects.equals(gate, next)) {
            gate = next;
            made.clear();
            tensors.forEach(tensor -> made.add(new IdentityHashMap<>()));
            due = next == null || value(next.due(), 0).at(0, 0) != 0;
        }
    }

    private TensorValue slowed(TensorValue after, int tensor) {
        TensorValue before = known.get(tensor).get(Rule.PARAMETERS);
        TensorValue pace = cut(tensors.get(tensor), paces);
        TensorValue change = before.with(after, (was, is) -> is - was).with(pace, (by, times) -> times == 0 ? 0 : by * times);
        return before.with(change, Double::sum);
    }

    /** Finds what is taken over all tensors, inner parts first. */
    private void settle(Expr expr) {
        Exprs.children(expr).forEach(this::settle);
        if (expr instanceof Expr.Reduce reduce && reduce.over() == Over.ALL) {
            double[] all = new double[tensors.stream().mapToInt(RuleTensor::size).sum()];
            int from = 0;
            for (int i = 0; i < tensors.size(); i++) {
                TensorValue part = value(reduce.argument(), i);
                System.arraycopy(part.values(), 0, all, from, part.values().length);
                from += part.values().length;
            }
            TensorValue result = TensorValue.number(reduce.op().of(all, 0, 1, from));
            made.forEach(own -> own.put(expr, result));
        }
    }

    private void evaluate(Expr.Evaluated evaluated) {
        double[] row = new double[tensors.stream().mapToInt(RuleTensor::size).sum()];
        for (int i = 0; i < tensors.size(); i++) {
            put(row, i, value(evaluated.argument(), i));
        }
        if (evaluated.what() == ModelQuestion.LOSS) {
            TensorValue loss = TensorValue.number(evaluations.loss(row));
            made.forEach(own -> own.put(evaluated, loss));
            return;
        }
        double[] answer = evaluated.what() == ModelQuestion.GRADIENT ? evaluations.gradient(row)
                : evaluations.times(evaluated.what(), row);
        for (int i = 0; i < tensors.size(); i++) {
            made.get(i).put(evaluated, cut(tensors.get(i), answer));
        }
    }

    private void put(double[] row, int index, TensorValue value) {
        RuleTensor tensor = tensors.get(index);
        TensorValue full = value.stretched(tensor.outputs(), tensor.inputs());
        System.arraycopy((tensor.byRows() ? full : full.transposed()).values(), 0, row, tensor.offset(), tensor.size());
    }

    private TensorValue value(Expr expr, int tensor) {
        if (Exprs.isOfTensors(expr)) {
            TensorValue settled = made.get(tensor).get(expr);
            TensorValue value = settled != null ? settled : ofTensor(expr, tensor);
            made.get(tensor).put(expr, value);
            return value;
        }
        if (expr instanceof Expr.Num num) {
            return TensorValue.number(num.value());
        }
        if (expr instanceof Expr.Sym sym) {
            return known.get(tensor).get(sym.name());
        }
        if (expr instanceof Expr.Unary unary) {
            return value(unary.argument(), tensor).map(unary.op()::apply);
        }
        if (expr instanceof Expr.Binary binary) {
            return value(binary.left(), tensor).with(value(binary.right(), tensor), binary.op()::apply);
        }
        return chosen((Expr.Select) expr, tensor);
    }

    private TensorValue chosen(Expr.Select select, int tensor) {
        TensorValue condition = value(select.condition(), tensor).map(x -> x != 0 ? 1 : 0);
        TensorValue then = condition.with(value(select.then(), tensor), (c, x) -> c != 0 ? x : 0);
        TensorValue otherwise = condition.with(value(select.otherwise(), tensor), (c, x) -> c != 0 ? 0 : x);
        // Where one is not chosen it is 0, so that nothing of it is seen, not even NaN.
        return then.with(otherwise, BinaryOp.ADD::apply);
    }

    private TensorValue ofTensor(Expr expr, int tensor) {
        if (expr instanceof Expr.Reduce reduce) {
            return value(reduce.argument(), tensor).reduced(reduce.op(), reduce.over());
        }
        if (expr instanceof Expr.Product product) {
            return value(product.left(), tensor).times(value(product.right(), tensor));
        }
        if (expr instanceof Expr.OfMatrix of) {
            return ofMatrix(of, tensor);
        }
        return value(((Expr.Transpose) expr).argument(), tensor).transposed();
    }

    private TensorValue ofMatrix(Expr.OfMatrix of, int tensor) {
        TensorValue argument = value(of.argument(), tensor);
        return switch (of.function()) {
            case IDENTITY -> TensorValue.identity((int) argument.at(0, 0));
            case VEC -> argument.column();
            case MAT -> argument.uncolumn(tensors.get(tensor).outputs(), tensors.get(tensor).inputs());
            default -> argument.factored(of.function(), of.power());
        };
    }

    /** The lines that were done for a tensor, in order. */
    List<Done> lines(int tensor) {
        return done.get(tensor);
    }

    /** A symbol's value after the step: for each parameter, or as {@link StateLayout} says. */
    public double[] row(String symbol) {
        if (shaped.containsKey(symbol)) {
            return shapedRow(symbol, shaped.get(symbol));
        }
        double[] row = new double[tensors.stream().mapToInt(RuleTensor::size).sum()];
        for (int i = 0; i < tensors.size(); i++) {
            put(row, i, known.get(i).get(symbol));
        }
        return row;
    }

    private double[] shapedRow(String symbol, StateLayout layout) {
        double[] row = new double[(int) layout.length()];
        for (int i = 0; i < tensors.size(); i++) {
            if (layout.offset(i) >= 0) {
                double[] values = known.get(i).get(symbol).transposed().values();
                System.arraycopy(values, 0, row, layout.offset(i), values.length);
            }
        }
        return row;
    }

    /** One number of the run after the step. */
    public double number(String symbol) {
        return known.get(0).get(symbol).at(0, 0);
    }
}
