package downhill.engine.train;

import downhill.optim.Rule;

/**
 * All that a run needs to go on exactly as it would have: with the same data, model and hyperparameters, a run restored
 * from this gives the same bits on the same machine.
 *
 * @param step       updates done
 * @param parameters [P]
 * @param elements   one row [P] for each element-wise state of the rule; no rows before the rule's first step
 * @param scalars    the rule's scalars; none before its first step
 * @param schedule   what the schedule has observed; nothing at its beginning
 * @param answer     [P] with which the model is asked: validated, saved, drawn. The parameters themselves, unless something better is kept
 */
public record RunState(long step, double[] parameters, double[][] elements, double[] scalars, double[] schedule, double[] answer) {
    /** Asked with its parameters. */
    public RunState(long step, double[] parameters, double[][] elements, double[] scalars, double[] schedule) {
        this(step, parameters, elements, scalars, schedule, parameters);
    }

    /** The same run, asked with other parameters [P] than those it trains. */
    public RunState answering(double[] row) {
        return new RunState(step, parameters, elements, scalars, schedule, row);
    }

    /** The same run, asked where its rule says. */
    public RunState answeringBy(Rule rule) {
        return fresh() || rule.answerRow() < 0 ? this : answering(elements[rule.answerRow()]);
    }

    /** The same run, its schedule at its beginning. */
    public RunState unscheduled() {
        return new RunState(step, parameters, elements, scalars, new double[0], answer);
    }

    /** A run that has not begun. */
    public static RunState initial(double[] parameters) {
        return new RunState(0, parameters, new double[0][], new double[0], new double[0]);
    }

    /** True before the rule's first step: its states have no values yet, or it has none. */
    public boolean fresh() {
        return elements.length == 0 && scalars.length == 0;
    }

    /** Bytes of memory that this state holds, roughly. */
    public long bytes() {
        long numbers = parameters.length + scalars.length + schedule.length;
        for (double[] row : elements) {
            numbers += row.length;
        }
        return 8 * numbers + 128;
    }
}
