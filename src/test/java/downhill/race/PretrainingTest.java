package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.data.source.SampleData;
import downhill.engine.train.TrainingData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.race.document.TrainingSpec;
import downhill.race.document.WeightsSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Learning from inputs alone, and what it is worth where labels are few. */
class PretrainingTest {
    private static final Experiment IRIS = Races.experiment(Races.iris(), TrainingSpec.of(20, 16), Races.contender("a", "adam", 0.02));
    private static final Prepared ROWS = Races.data(IRIS);

    private static Pretraining.Outcome pretrained(Pretext pretext, int steps) {
        return new Pretraining(pretext, IRIS, ROWS.preprocessing(), ROWS.training().inputs(), ROWS.training().count())
                .run(IRIS.contenders().get(0), steps, Progress.NONE);
    }

    @Test
    void theBodyOfTheStartIsWhatWasLearnedAndItIsTheSameEachTime() {
        for (Pretext pretext : List.of(Pretext.AUTOENCODER, Pretext.DENOISE, Pretext.MASKED)) {
            Pretraining.Outcome outcome = pretrained(pretext, 300);
            assertThat(outcome.last()).as("%s", pretext).isLessThan(0.7 * outcome.first());
            StartPoint start = outcome.start();
            assertThat(start.newHead()).isTrue();
            assertThat(start.outputs()).as("one for each input").isEqualTo(4);
            assertThat(start.numbers()).isEqualTo(pretrained(pretext, 300).start().numbers());
            ContenderSpec spec = IRIS.contenders().get(0).withWeights(new WeightsSpec(start, Map.of(), null));
            double[] row = StepSetup.task(IRIS, ROWS).initial(spec, 42);
            assertThat(Arrays.copyOf(row, 40)).as("dense1 as learned").containsExactly(Arrays.copyOf(start.row(), 40));
        }
    }

    /** An affine body of four units can hold all of four inputs: what is left is far below what the mean leaves, which is 1 a column. */
    @Test
    void anAutoencoderWideEnoughForgetsNothing() {
        assertThat(pretrained(Pretext.AUTOENCODER, 2000).last()).isLessThan(0.03);
    }

    @Test
    void whatIsSeenIsCorruptedAndWhatIsAskedIsNot() {
        double[] inputs = ROWS.training().inputs();
        assertThat(Pretext.MASKED.answers(ROWS.preprocessing(), inputs, ROWS.training().count())).containsExactly(inputs);
        double[] seen = inputs.clone();
        TrainingData.Augmentation masks = Pretext.MASKED.corruption(ROWS.preprocessing());
        masks.apply(seen, ROWS.training().count(), 1, 0);
        long hidden = IntStream.range(0, seen.length).filter(i -> seen[i] != inputs[i]).count();
        assertThat(hidden / (double) seen.length).isBetween(0.2, 0.3);
        assertThat(IntStream.range(0, seen.length).filter(i -> seen[i] != inputs[i]).allMatch(i -> seen[i] == 0)).isTrue();
        double[] shaken = inputs.clone();
        Pretext.DENOISE.corruption(ROWS.preprocessing()).apply(shaken, ROWS.training().count(), 1, 0);
        double squares = IntStream.range(0, shaken.length).mapToDouble(i -> Math.pow(shaken[i] - inputs[i], 2)).sum();
        assertThat(Math.sqrt(squares / shaken.length)).isBetween(0.45, 0.55);
    }

    /** Of a window the last values are asked, and hidden. */
    @Test
    void theNextValueOfASeriesIsLearnedFromThoseBeforeIt() {
        DataSpec series = SampleData.of("air-passengers").spec();
        Problem problem = new Problem.Learning(series, new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.MSE));
        Experiment experiment = Races.experiment(problem, TrainingSpec.of(20, 0), Races.contender("a", "adam", 0.02));
        Prepared data = Races.data(experiment);
        int width = data.preprocessing().width();
        double[] inputs = data.training().inputs();
        int size = data.training().inputSize();
        double[] answers = Pretext.NEXT.answers(data.preprocessing(), inputs, data.training().count());
        assertThat(answers).hasSize(data.training().count() * width);
        assertThat(answers[0]).isEqualTo(inputs[size - width]);
        double[] seen = inputs.clone();
        Pretext.NEXT.corruption(data.preprocessing()).apply(seen, data.training().count(), 1, 0);
        assertThat(seen[size - 1]).isZero();
        assertThat(Arrays.copyOf(seen, size - width)).containsExactly(Arrays.copyOf(inputs, size - width));
        Pretraining.Outcome outcome = new Pretraining(Pretext.NEXT, experiment, data.preprocessing(), inputs, data.training().count())
                .run(experiment.contenders().get(0), 300, Progress.NONE);
        assertThat(outcome.last()).isLessThan(0.5 * outcome.first());
    }

    @Test
    void whatCannotBePretrainedIsRefused() {
        assertThatThrownBy(() -> pretrained(Pretext.NEXT, 5)).hasMessageContaining("no next value");
        Experiment flat = IRIS.withProblem(new Problem.Learning(((Problem.Learning) IRIS.problem()).data(),
                new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY)));
        assertThatThrownBy(() -> new Pretraining(Pretext.DENOISE, flat, ROWS.preprocessing(), ROWS.training().inputs(),
                ROWS.training().count()).run(flat.contenders().get(0), 5, Progress.NONE)).hasMessageContaining("one layer only");
        ContenderSpec wild = Races.contender("a", "sgd", 1e6);
        assertThatThrownBy(() -> new Pretraining(Pretext.AUTOENCODER, IRIS, ROWS.preprocessing(), ROWS.training().inputs(),
                ROWS.training().count()).run(wild, 500, Progress.NONE)).hasMessageContaining("diverged");
    }

    /** Four layers, fifty labels: with a body that has learned to take noise out of all digits it is better, on six seeds. */
    @Test
    void withFiftyLabelsAPretrainedBodyIsBetterThanOneFromScratch() {
        DataSpec digits = SampleData.of("digits").spec();
        LoadedRows all = DataSources.rows(digits.withSplit(digits.split().withRatio(0.972)), Path.of(""), Progress.NONE);
        Prepared few = all.prepared();
        assertThat(few.training().count()).isBetween(49, 52);
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(64, 64, 64, 64), Activation.TANH), Loss.CROSS_ENTROPY);
        ContenderSpec scratch = Races.contender("scratch", "adam", 0.003).withSeeds(6);
        Experiment experiment = Races.experiment(new Problem.Learning(digits, model), TrainingSpec.of(250, 16), scratch);
        Examples inputs = few.preprocessing().apply(all.imported().table()).inputs();
        StartPoint start = new Pretraining(Pretext.DENOISE, experiment, few.preprocessing(), inputs.inputs(), inputs.count())
                .run(scratch, 1500, Progress.NONE).start();
        ContenderSpec tuned = scratch.copy("tuned", "tuned", 1, null).withWeights(new WeightsSpec(start, Map.of(), null));
        try (Race race = Race.open(experiment.withContenders(List.of(tuned, scratch)), few, RuleLibrary.builtIn(), RaceOptions.alone())) {
            RaceRunner.prepare(race, Progress.NONE);
            RaceResult result = RaceRunner.run(race, Progress.NONE);
            List<Scored> scored = result.contenders().stream().map(each -> new Scored(each.name(), new double[][] {
                each.seeds().stream().mapToDouble(RaceResult.SeedFinish::metric).toArray()})).toList();
            Verdict verdict = Verdict.of(scored, true, 0, 0.01, 1);
            assertThat(verdict.between(0, 1).better()).as("better by more than a hundredth, over seeds").isGreaterThan(Verdict.SURE);
        }
    }
}
