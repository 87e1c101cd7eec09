package downhill.analysis.sweep;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;

/** Measures how long sweeps take; run by hand. */
final class SweepTiming {
    private SweepTiming() {
    }

    public static void main(String[] args) {
        SweepAxis rate = new SweepAxis("learningRate", 1e-3, 10, Scale.LOG, 64);
        SweepAxis curvature = new SweepAxis("", 0.1, 10, Scale.LOG, 64);
        for (String id : List.of("gradient-descent", "adam", "adan", "adam")) {
            Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
            time("phase plot 64×64, " + id, () -> PhaseSweep.draw(rule, rule.defaults(), rate.values(), curvature.values(), 2,
                    Progress.NONE, plot -> { }));
        }
        ContenderSpec spec = ContenderSpec.of("a", "a", "adam", Map.of(), 0);
        Experiment experiment = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL),
                TrainingSpec.of(200, 16), List.of(spec), 3, Precision.FLOAT);
        StepSetup setup = StepSetup.of(experiment, Samples.iris(), "a", 0, 0, RuleLibrary.builtIn());
        SweepAxis beta = new SweepAxis("beta1", 0, 0.99, Scale.LINEAR, 32);
        SweepAxis rates = new SweepAxis("learningRate", 1e-4, 10, Scale.LOG, 32);
        for (int i = 0; i < 2; i++) {
            time("trainability 32×32, iris 4-8-3, batch 16, 200 steps", () -> TrainabilitySweep.draw(setup, rates, beta, 200,
                    Precision.FLOAT, 2, Progress.NONE, map -> { }));
        }
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - begin) * 1e-6);
    }
}
