package downhill.optim;

import downhill.setting.Interval;
import java.util.List;

/** Limited-memory BFGS with a fixed step length: no formula over single elements, offered for contrast beside the rules that are. */
final class LbfgsMethod {
    /** It has a name, a source and hyperparameters like a rule, but no lines. */
    static final Rule RULE = new Rule("lbfgs", "L-BFGS",
            "Liu & Nocedal 1989, On the limited memory BFGS method; Nocedal & Wright, Numerical Optimization, algorithm 7.4",
            "Meant for the full batch: it compares gradients of successive steps. Fixed step length, as torch.optim.LBFGS"
                    + " without line search; one gradient a step.",
            List.of(RuleFamily.SECOND_ORDER),
            List.of(new Hyperparameter("η", Rule.LEARNING_RATE_KEY, 1, 1e-4, 2, Scale.LOG,
                            Interval.ABOVE_ZERO),
                    new Hyperparameter("k", "history", 10, 1, 100, Scale.LINEAR,
                            Interval.closed(1, 1000))),
            List.of(), List.of(), Rule.PARAMETERS,
            "θ ← θ − η·H·g, where H approximates the inverse Hessian from the last k steps");

    private LbfgsMethod() {
    }
}
