package downhill.analysis.step;

import downhill.analysis.Samples;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;

/** Measures how long it takes to do a step again; run by hand. */
final class StepTiming {
    private StepTiming() {
    }

    public static void main(String[] args) {
        time("iris", Samples.IRIS_MODEL);
        time("iris", Samples.IRIS_MODEL);
        time("digits", new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY));
        time("digits", new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY));
    }

    private static void time(String sample, ModelSpec model) {
        Prepared prepared = Samples.prepared(sample);
        Experiment experiment = new Experiment("", new Problem.Learning(SampleData.of(sample).spec(), model),
                TrainingSpec.of(100, 64), List.of(ContenderSpec.of("a", "a", "adam", Map.of(), 0)), 1, Precision.FLOAT);
        long begin = System.nanoTime();
        StepSetup setup = StepSetup.of(experiment, prepared, "a", 0, 0, RuleLibrary.builtIn());
        try (StepReplay replay = new StepReplay(setup, Precision.FLOAT)) {
            tell(sample + ": made", begin);
            for (int i = 0; i < 3; i++) {
                long then = System.nanoTime();
                StepRecord record = replay.step(RunState.initial(setup.start()), setup);
                tell(sample + ": step", then);
                then = System.nanoTime();
                GlassBox.of(record, 0);
                StepStatistics.of(record);
                tell(sample + ": glass box and statistics of " + record.before().length + " parameters", then);
            }
        }
    }

    private static void tell(String what, long begin) {
        System.out.printf("%s %.1f ms%n", what, (System.nanoTime() - begin) * 1e-6);
    }
}
