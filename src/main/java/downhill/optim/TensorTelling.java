package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a {@link TensorStep} as one parameter sees them: what is made of whole tensors is a value like any other. What has
 * no value for one parameter, as a product of a matrix with itself, stands there by its name.
 *
 * @param line   of the rule
 * @param shown  its formula, each part made of whole tensors being a symbol
 * @param known  values of the formula's symbols that have one for this parameter
 * @param value  what comes out for this parameter; NaN for a matrix of other sides
 * @param matrix whether it is such a matrix
 */
public record TensorTelling(Assignment line, Expr shown, Map<String, Double> known, double value, boolean matrix) {

    /** The lines done for a parameter, in order. */
    public static List<TensorTelling> of(TensorStep step, List<RuleTensor> tensors, int parameter, Map<String, Double> before) {
        int index = tensorOf(tensors, parameter);
        RuleTensor tensor = tensors.get(index);
        int place = parameter - tensor.offset();
        Map<String, Double> known = new HashMap<>(before);
        known.putAll(tensor.facts());
        List<TensorTelling> told = new ArrayList<>();
        for (TensorStep.Done done : step.lines(index)) {
            TensorTelling line = one(done, tensor, place, known);
            told.add(line);
            if (line.matrix) {
                known.remove(done.line().target());
            } else {
                known.put(done.line().target(), at(done.given(), tensor, place));
            }
        }
        return told;
    }

    private static int tensorOf(List<RuleTensor> tensors, int parameter) {
        for (int i = 0; i < tensors.size(); i++) {
            if (parameter < tensors.get(i).offset() + tensors.get(i).size()) {
                return i;
            }
        }
        throw new IndexOutOfBoundsException(parameter);
    }

    private static TensorTelling one(TensorStep.Done done, RuleTensor tensor, int place, Map<String, Double> known) {
        Map<String, Double> values = new HashMap<>(known);
        Expr shown = shown(done.line().value(), done, tensor, place, values);
        boolean matrix = !done.value().covers(tensor.outputs(), tensor.inputs());
        double value = matrix ? Double.NaN : at(done.value(), tensor, place);
        return new TensorTelling(done.line(), shown, values, value, matrix);
    }

    private static Expr shown(Expr expr, TensorStep.Done done, RuleTensor tensor, int place, Map<String, Double> values) {
        TensorValue made = done.parts().get(expr);
        if (made == null || !made.covers(tensor.outputs(), tensor.inputs())) {
            return Exprs.mapChildren(expr, part -> shown(part, done, tensor, place, values));
        }
        String name = "▪" + values.size();
        values.put(name, at(made, tensor, place));
        return new Expr.Sym(name, expr.span());
    }

    private static double at(TensorValue grid, RuleTensor tensor, int place) {
        return grid.at(tensor.output(place), tensor.input(place));
    }
}
