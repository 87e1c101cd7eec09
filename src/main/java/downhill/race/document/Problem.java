package downhill.race.document;

import downhill.data.DataSpec;
import downhill.model.ModelSpec;

/** What contenders minimise. */
public sealed interface Problem {

    /** The loss of a model on data. */
    record Learning(DataSpec data, ModelSpec model) implements Problem {
    }

    /**
     * A function of two numbers.
     *
     * @param formula name of a built-in surface such as {@code rosenbrock}, or a formula in x and y
     * @param x       start
     * @param y       start
     */
    record Surface(String formula, double x, double y) implements Problem {
    }
}
