package downhill.optim;

import downhill.setting.Interval;
import downhill.words.Said;
import java.util.List;

/**
 * Methods that are no formula over single elements, offered for contrast beside the rules. They have a name, a source and
 * hyperparameters like a rule, but no lines. Each is known by all that it is, never by its id: a rule of a person's own may have the same.
 */
public final class HostMethods {
    /** Limited-memory BFGS with a fixed step length. */
    public static final Rule LBFGS = new Rule("lbfgs", "L-BFGS",
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

    private HostMethods() {
    }

    /** All of them. */
    public static List<Rule> all() {
        return List.of(LBFGS);
    }

    /** True for one of these; false for a rule of formulas, whatever its id. */
    public static boolean contains(Rule rule) {
        return all().contains(rule);
    }

    /** Why a rule cannot have a penalty, in a sentence; null where it can. Differences of gradients need gradients without jumps. */
    public static Said refusal(Rule rule, Penalty penalty) {
        return contains(rule) && penalty.l1() > 0 ? Said.of("penalty.l1.differences", rule.name()) : null;
    }
}
