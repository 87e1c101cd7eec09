package downhill.lesson;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a rule that somebody wrote does what a built-in one does, found by letting both walk. */
final class RuleTwins {
    private static final int STEPS = 25;
    private static final double PART = 1e-9;
    private static final Problem.Surface WALK = new Problem.Surface("x² + 10·y² + sin(x + y)", -1.7, 1.3);

    private RuleTwins() {
    }

    /** With the hyperparameters that {@code one} has, as far as the built-in rule knows their keys. */
    static boolean alike(ContenderSpec one, String builtIn) {
        RuleLibrary library = RuleLibrary.complete();
        Rule rule = library.byId(builtIn).orElseThrow();
        Map<String, Double> values = new HashMap<>(one.hyperparameters());
        values.keySet().removeIf(key -> rule.hyperparameter(key).isEmpty());
        ContenderSpec own = new ContenderSpec("own", "", one.ruleId(), one.ruleText(), one.hyperparameters(), one.schedule(),
                ContenderSpec.SHARED_BATCH, null, null, 0, 1, 0, false, List.of(), null);
        ContenderSpec known = ContenderSpec.of("known", "", builtIn, values, 0);
        Experiment walk = new Experiment("", WALK, TrainingSpec.of(STEPS, 0), List.of(own, known), 0, Precision.DOUBLE);
        try (Race race = Race.open(walk, null, library, RaceOptions.alone().withThreads(1))) {
            RaceRunner.run(race, Progress.NONE);
            for (long step = 1; step <= STEPS; step++) {
                if (!close(race.parametersAt("own", step).join(), race.parametersAt("known", step).join())) {
                    return false;
                }
            }
            return true;
        } catch (java.util.concurrent.CompletionException | java.util.concurrent.CancellationException diverged) {
            return false;
        }
    }

    private static boolean close(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (!(Math.abs(one[i] - other[i]) <= PART * Math.max(1, Math.abs(other[i])))) {
                return false;
            }
        }
        return true;
    }
}
