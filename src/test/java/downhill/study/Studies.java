package downhill.study;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.stop.Pruner;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Small experiments to search over, and studies whose trials cost nothing. */
public final class Studies {
    /** Steps of a made-up trial. */
    public static final long BUDGET = 810;

    private Studies() {
    }

    /** A perceptron of one layer of 8 on iris, by Adam, in batches of 32. */
    public static Experiment iris(long steps) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        return new Experiment("iris", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(steps, 32),
                List.of(ContenderSpec.of("c1", "Adam", "adam", Map.of(), 0)), 42, Precision.FLOAT);
    }

    /** The rows of an experiment. */
    public static Prepared rows(Experiment experiment) {
        return DataSources.prepare(PartSlot.learning(experiment).data(), Path.of(""), Progress.NONE);
    }

    /** A rate, an optimizer, a momentum that only one has, a batch. */
    public static SearchSpace space() {
        return new SearchSpace(Stream.of("rate=1e-5..1:log", "optimizer=adam,momentum,sgd", "momentum=0.5..0.99:if:optimizer=momentum",
                "batch=8..64:int:log").map(VaryText::read).toList());
    }

    /** A study of made-up trials. */
    public static boolean run(Ledger ledger, Sampler sampler, Pruner pruner, int trials, BooleanSupplier go) {
        return new Study(space(), BUDGET, ledger, sampler, pruner, made()).run(trials, go, all -> { });
    }

    /** Losses that fall towards a valley in the rate; large rates diverge on the way. */
    static Lap.Starter made() {
        return Made::new;
    }

    /** Trials by a formula. */
    static class Made implements Lap {
        private final Map<Integer, Trial> trials = new TreeMap<>();

        Made(List<Trial> trials) {
            trials.forEach(trial -> this.trials.put(trial.number(), trial));
        }

        @Override
        public Map<Integer, Double> advance(long step, BooleanSupplier go) {
            if (!go.getAsBoolean()) {
                return null;
            }
            Map<Integer, Double> values = new HashMap<>();
            trials.forEach((number, trial) -> values.put(number, loss(trial.values(), step)));
            return values;
        }

        private static double loss(Map<String, Object> values, long step) {
            double rate = Math.log10((Double) values.get("rate"));
            double end = Math.abs(rate + 2) + (values.get("optimizer").equals("sgd") ? 1 : 0) + (Long) values.get("batch") / 100.0;
            return rate > -0.7 && step > 300 ? Double.NaN : end + 5 * Math.exp(-step * 0.01 * (rate + 5.1));
        }

        @Override
        public void leave(Collection<Integer> numbers) {
            numbers.forEach(trials::remove);
        }

        @Override
        public void close() {
            trials.clear();
        }
    }
}
