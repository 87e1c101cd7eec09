package downhill.ui.screen.landscape;

import downhill.engine.Precision;
import downhill.model.Surface;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns an experiment into one on a surface: the same contenders, with a budget and learning rates that suit it. */
final class SurfaceWalk {
    private static final long STEPS = 500;
    private static final long MANY_STEPS = 3000;
    private static final long FEW_STEPS = 200;

    private SurfaceWalk() {
    }

    /** The walk of {@code document}'s contenders on {@code surface}, everybody from its start. */
    static Experiment of(Experiment document, Surface surface, String title, Function<ContenderSpec, Optional<Rule>> rules) {
        SurfaceRates rates = new SurfaceRates(surface);
        List<ContenderSpec> walkers = document.contenders().stream().filter(one -> one.fork() == null).map(one -> walker(one, rates, rules))
                .toList();
        String key = surface.name().equals("formula") ? surface.formula() : surface.name();
        return document.withTitle(title).withProblem(new Problem.Surface(key, surface.start().x(), surface.start().y()))
                .withTraining(TrainingSpec.of(steps(surface), 0)).withPrecision(Precision.DOUBLE).withContenders(walkers);
    }

    private static long steps(Surface surface) {
        return switch (surface.name()) {
            case "rosenbrock", "beale" -> MANY_STEPS;
            case "saddle" -> FEW_STEPS;
            default -> STEPS;
        };
    }

    private static ContenderSpec walker(ContenderSpec one, SurfaceRates rates, Function<ContenderSpec, Optional<Rule>> rules) {
        ContenderSpec plain = one.withChanges(List.of());
        double rate = rules.apply(one).map(rule -> rates.of(rule, one.hyperparameters())).orElse(Double.NaN);
        if (Double.isNaN(rate)) {
            return plain;
        }
        Map<String, Double> values = new HashMap<>(one.hyperparameters());
        values.put(Rule.LEARNING_RATE_KEY, rate);
        return plain.withHyperparameters(values);
    }
}
