package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Generator;
import downhill.data.RowValues;
import downhill.data.Progress;
import downhill.data.SplitSpec;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.TargetStep;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import downhill.race.document.TrainingSpec;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Prepared prepared(DataSpec spec) {
        return DataSources.prepare(spec, null, Progress.NONE);
    }

    private static LearningTask task(DataSpec spec, Architecture architecture, Loss loss) {
        return new LearningTask(prepared(spec), new ModelSpec(architecture, loss), null);
    }

    /** 700 validation rows: two whole slices and a part of one. */
    @Test
    void aRegressionIsJudgedInTheTargetsOwnUnits() {
        DataSpec spec = DataSpec.of(new DataSource.Generated(Generator.LINE, 1400, 0.3, 5)).withScaleTarget(true)
                .withSplit(new SplitSpec(0.5, 1, false));
        LearningTask task = task(spec, new Architecture.Linear(), Loss.MSE);
        double[] theta = {0.8, -0.1};
        Examples rows = task.prepared().validation();
        assertThat(rows.count()).isEqualTo(700);
        TargetStep.NumberTarget target = (TargetStep.NumberTarget) task.prepared().preprocessing().target();
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < 700; i++) {
            double error = target.decode(theta[0] * rows.inputs()[i] + theta[1], Double.NaN) - target.decode(rows.targets()[i], Double.NaN);
            squares += error * error;
            mean += target.decode(rows.targets()[i], Double.NaN) / 700;
        }
        double total = 0;
        for (int i = 0; i < 700; i++) {
            total += Math.pow(target.decode(rows.targets()[i], Double.NaN) - mean, 2);
        }
        try (Judge judge = task.judge(Precision.DOUBLE)) {
            Score score = judge.validate(theta);
            assertThat(score.rmse()).isCloseTo(Math.sqrt(squares / 700), within(1e-9));
            assertThat(score.metric()).isCloseTo(1 - squares / total, within(1e-9));
            assertThat(score.loss()).isCloseTo(squares / 700 / (target.scale() * target.scale()), within(1e-9));
        }
    }

    @Test
    void aClassifierIsJudgedByTheShareOfRowsItGetsRight() {
        LearningTask task = task(SampleData.of("iris").spec(), new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        double[] theta = task.initial(3);
        Examples rows = task.prepared().validation();
        int right = 0;
        double loss = 0;
        int weights = task.layout().slot("dense1.weight").orElseThrow().offset();
        int biases = task.layout().slot("dense1.bias").orElseThrow().offset();
        for (int row = 0; row < rows.count(); row++) {
            double[] z = new double[3];
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                z[k] = theta[biases + k];
                for (int j = 0; j < 4; j++) {
                    z[k] += rows.inputs()[row * 4 + j] * theta[weights + j * 3 + k];
                }
                sum += Math.exp(z[k]);
            }
            int wanted = (int) rows.targets()[row];
            int best = z[1] > z[0] ? z[2] > z[1] ? 2 : 1 : z[2] > z[0] ? 2 : 0;
            right += best == wanted ? 1 : 0;
            loss += (Math.log(sum) - z[wanted]) / rows.count();
        }
        try (Judge judge = task.judge(Precision.DOUBLE)) {
            assertThat(judge.validate(theta).metric()).isEqualTo((double) right / rows.count());
            assertThat(judge.validate(theta).loss()).isCloseTo(loss, within(1e-9));
        }
    }

    @Test
    void crossEntropyOnTwoClassesHasAnOutputForEach() {
        DataSpec moons = DataSpec.of(new DataSource.Generated(Generator.MOONS, 100, 0.1, 5));
        LearningTask task = task(moons, new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        assertThat(task.layout().count()).isEqualTo(2 * 2 + 2);
        try (Judge judge = task.judge(Precision.DOUBLE)) {
            assertThat(judge.validate(new double[6]).loss()).isCloseTo(Math.log(2), within(1e-12));
        }
    }

    @Test
    void validationTakesASmallPartOfTheTimeAndIsFixedBeforehand() {
        DataSpec digits = SampleData.of("digits").spec();
        LearningTask task = task(digits, new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        int rows = task.prepared().validation().count();
        assertThat(task.validationInterval(TrainingSpec.of(100_000, 0))).isEqualTo(500);
        long interval = task.validationInterval(TrainingSpec.of(2000, 64));
        assertThat(interval * 3.0 * 64).isGreaterThanOrEqualTo(10.0 * rows * 0.99);
        assertThat(task.validationInterval(TrainingSpec.of(20, 64))).isEqualTo(1);
        LearningTask without = task(digits.withSplit(new SplitSpec(0, 1, false)), new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        assertThat(without.validationInterval(TrainingSpec.of(2000, 64))).isZero();
    }

    /** 20,000 validation rows are shared among the processors; their loss is the one of a single pass over slice after slice, to the last bit. */
    @Test
    void itMakesNoDifferenceThatSeveralThreadsJudge() {
        DataSpec spec = DataSpec.of(new DataSource.Generated(Generator.LINE, 40_000, 0.3, 5)).withSplit(new SplitSpec(0.5, 1, false));
        LearningTask task = task(spec, new Architecture.Linear(), Loss.MSE);
        Examples rows = task.prepared().validation();
        double[] theta = {0.8, -0.1};
        int slices = (rows.count() + 255) / 256;
        double[] losses = new double[slices];
        ModelSpec model = new ModelSpec(new Architecture.Linear(), Loss.MSE);
        Weighting weighting = LossWeights.of(task.prepared(), model).weighting();
        try (Judge judge = task.judge(Precision.FLOAT);
             SlicePass alone = new SlicePass(model, Targets.shape(task.prepared()), 1, weighting, Precision.FLOAT)) {
            SlicePass.Rows all = new SlicePass.Rows(rows, 256, RowValues.of(rows.targets(), 1), null, null);
            alone.take(theta);
            assertThat(alone.run(all, 0, slices, losses, () -> true)).isTrue();
            assertThat(slices).isGreaterThan(64);
            assertThat(judge.validate(theta).loss()).isEqualTo(all.mean(losses));
            assertThat(judge.validate(theta, () -> false)).isNull();
        }
    }
}
