package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.data.source.SampleData;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.study.sample.RandomSampler;
import downhill.study.sample.Sampler;
import downhill.study.sample.TpeSampler;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.stop.NoPruner;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.TrialOrder;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best of 64 trials on what comes with the program, in the median of 20 studies. Prints its figures. */
@Tag("soak")
class BundledSearchTest {
    private static final int STUDIES = 20;
    private static final int TRIALS = 64;
    private static final SearchSpace SPACE = new SearchSpace(Stream.of("learningRate=1e-5..1:log", "optimizer=adam,momentum,rmsprop,sgd",
            "momentum=0.5..0.99:if:optimizer=momentum", "l2=1e-6..0.1:log", "batch=8..64:log:int").map(VaryText::read).toList());

    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "breast-cancer"})
    void tpeBeatsRandomSearch(String sample) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH),
                sample.equals("breast-cancer") ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY);
        Experiment experiment = new Experiment(sample, new Problem.Learning(SampleData.of(sample).spec(), model), TrainingSpec.of(100, 32),
                List.of(ContenderSpec.of("c1", "Adam", "adam", Map.of(), 0)), 42, Precision.FLOAT);
        Prepared rows = Studies.rows(experiment);
        double tpe = median(experiment, rows, TpeSampler::new);
        double random = median(experiment, rows, RandomSampler::new);
        System.out.printf(java.util.Locale.ROOT, "%s: TPE %.5f, random search %.5f%n", sample, tpe, random);
        assertThat(tpe).isLessThan(random);
    }

    private static double median(Experiment experiment, Prepared rows, LongFunction<Sampler> sampler) {
        double[] best = IntStream.range(0, STUDIES).mapToDouble(seed -> best(experiment, rows, sampler.apply(seed))).sorted().toArray();
        return (best[STUDIES / 2 - 1] + best[STUDIES / 2]) / 2;
    }

    private static double best(Experiment experiment, Prepared rows, Sampler sampler) {
        Recipe recipe = new Recipe(experiment, InputShape.of(rows.inputShape()), SPACE, RuleLibrary.complete(), text -> Schedule.CONSTANT);
        MemoryLedger ledger = new MemoryLedger();
        new Study(recipe, ledger, sampler, new NoPruner(), data -> rows, RuleLibrary.complete(), 2).run(TRIALS, () -> true, all -> { });
        return TrialOrder.best(ledger.trials()).orElseThrow().loss();
    }
}
