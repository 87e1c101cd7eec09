package downhill.optim;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * A mean of the weights along the way with which a model is asked in their place. It watches: the weights go where they would without it.
 * As text it is two lines more of the rule, so that whatever handles rules handles it.
 */
public sealed interface Average {
    /** How much of the mean stays at each step. */
    Setting<Double> DECAY = Setting.of("contender.weights.average.decay", Kind.real(new Interval(0, false, 1, true)), 0.99).whenAsked();
    /** The step after which the first weights are taken into the plain mean. */
    Setting<Long> FROM = Setting.of("contender.weights.average.from", Kind.whole(1, 1_000_000_000_000L), 1L).whenAsked();
    /** Steps between those that are taken. */
    Setting<Long> EVERY = Setting.of("contender.weights.average.every", Kind.whole(1, 1_000_000_000L), 1L).unit("steps").whenAsked();

    /** The rule with this mean for its answer; throws {@link RefusedException} where it can have none. */
    default Rule of(Rule rule) {
        if (!rule.isFormula() || !rule.answer().equals(Rule.PARAMETERS)) {
            throw new RefusedException(Said.of(rule.isFormula() ? "average.already" : "average.formula", rule.name()));
        }
        return RuleParser.parse(lines(new Names(rule)));
    }

    /** The text of a rule with the lines of this mean. */
    String lines(Names names);

    /**
     * Each step takes in so much less of what was before: x ← decay·x + (1 − decay)·θ, from the first step's θ on, as
     * {@code torch.optim.swa_utils.AveragedModel} does with such a function (Polyak &amp; Juditsky 1992; Tarvainen &amp; Valpola 2017,
     * eq. 2).
     *
     * @param decay 0 (the weights themselves) to below 1
     */
    record Exponential(double decay) implements Average {
        /** Refuses what {@link #DECAY} refuses. */
        public Exponential {
            DECAY.checked(decay);
        }

        @Override
        public String lines(Names names) {
            String x = names.fresh("x");
            String kept = BigDecimal.valueOf(decay).toPlainString();
            return names.text(x) + "states:\n  " + x + " ← θ\n\nupdate:\n  " + x + " ← if(t = 1, θ, " + kept + "·" + x
                    + " + (1 − " + kept + ")·θ)\n";
        }
    }

    /**
     * The plain mean of the weights after step {@code from} and each {@code every} steps after it (Izmailov et al. 2018, Algorithm 1,
     * without its own learning rate: that is what a schedule is for). Before it the weights answer.
     *
     * @param from  number of the step after which the first weights are taken, at least 1
     * @param every steps from one to the next, at least 1
     */
    record Stochastic(long from, long every) implements Average {
        /** Refuses what {@link #FROM} and {@link #EVERY} refuse. */
        public Stochastic {
            FROM.checked(from);
            EVERY.checked(every);
        }

        @Override
        public String lines(Names names) {
            String x = names.fresh("x");
            String wait = names.fresh("w");
            String taken = names.fresh("n");
            String now = names.fresh("c");
            return names.text(x) + "states:\n  " + x + " ← θ\n\nscalar states:\n  " + wait + " ← 0\n  " + taken + " ← 0\n\nupdate:\n"
                    + "  " + now + " ← if(t < " + from + ", 0, if(" + wait + " > 0, 0, 1))\n"
                    + "  " + wait + " ← if(t < " + from + ", 0, if(" + wait + " > 0, " + wait + " − 1, " + (every - 1) + "))\n"
                    + "  " + taken + " ← " + taken + " + " + now + "\n"
                    + "  " + now + " ← " + now + " / max(" + taken + ", 1)\n"
                    + "  " + x + " ← if(" + taken + " < 1 or " + now + " = 1, θ, " + x + " + " + now + "·(θ − " + x + "))\n";
        }
    }

    /** Names that a rule leaves free. */
    final class Names {
        private final Rule rule;

        Names(Rule rule) {
            this.rule = rule;
        }

        /** The rule's text with another answer. */
        String text(String answer) {
            return "answer: " + answer + "\n" + rule.text().replaceAll("(?m)^\\s*answer\\s*:.*$", "") + "\n\n";
        }

        /** {@code wanted}, or with a number where the rule has such a symbol. */
        String fresh(String wanted) {
            String name = wanted;
            for (int number = 1; isTaken(name); number++) {
                name = wanted + number;
            }
            return name;
        }

        private boolean isTaken(String name) {
            Stream<String> known = Stream.of(rule.hyperparameters().stream().map(Hyperparameter::symbol),
                    rule.states().stream().map(StateVariable::symbol), rule.update().stream().map(line -> line.target()))
                    .flatMap(each -> each);
            return known.anyMatch(name::equals);
        }
    }
}
