package downhill.ui.screen.fork;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;

/** The one thing in which a branch differs from its parent. */
sealed interface Difference {
    /** Another rule; it begins with a fresh state. */
    record OtherRule(Rule rule) implements Difference {
    }

    /** Another value of one of the rule's numbers. */
    record OtherNumber(Hyperparameter what, double value) implements Difference {
    }

    /** So many rows per step, 0 for all. */
    record OtherBatch(int rows) implements Difference {
    }

    /** Another factor of the penalty on absolute values. */
    record OtherL1(double factor) implements Difference {
    }

    /** Another factor of the penalty on squares. */
    record OtherL2(double factor) implements Difference {
    }

    /** A parameter is set by hand; {@code name} is how people know it. */
    record OtherParameter(int index, String name, double value) implements Difference {
    }

    /** Nothing: the branch repeats its parent, to be changed later. */
    record None() implements Difference {
    }
}
