package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.ClassWeights;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelBuilder;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows and classes that count differently: a row of weight 3 is three rows. */
class WeightedRowsTest {
    private static final int ROWS = 700;
    private static final Random RANDOM = new Random(5);
    private static final double[] X = RANDOM.doubles(2 * ROWS, -2, 2).toArray();
    private static final int[] TIMES = RANDOM.ints(ROWS, 1, 6).toArray();
    private static final int[] CLASSES = IntStream.range(0, ROWS).map(i -> X[2 * i] + RANDOM.nextGaussian() > 0.9 ? i % 2 : 2).toArray();

    private static Prepared prepared(Loss loss, boolean repeat, double validation) {
        int[] rows = IntStream.range(0, ROWS).flatMap(i -> IntStream.range(0, repeat ? TIMES[i] : 1).map(again -> i)).toArray();
        int classes = loss == Loss.BINARY_CROSS_ENTROPY ? 2 : 3;
        int[] codes = Arrays.stream(rows).map(i -> CLASSES[i] % classes).toArray();
        NumberColumn numbers = new NumberColumn("y", Arrays.stream(rows).mapToDouble(i -> 3 * X[2 * i] - X[2 * i + 1] * X[2 * i])
                .toArray());
        Table table = new Table(List.of(new NumberColumn("a", Arrays.stream(rows).mapToDouble(i -> X[2 * i]).toArray()),
                new NumberColumn("b", Arrays.stream(rows).mapToDouble(i -> X[2 * i + 1]).toArray()),
                loss.onLogits() ? new LabelColumn("y", ColumnType.CATEGORY, codes, List.of("p", "q", "r").subList(0, classes)) : numbers,
                new NumberColumn("times", Arrays.stream(rows).mapToDouble(i -> TIMES[i]).toArray())));
        TaskKind task = Arrays.stream(TaskKind.values()).filter(loss::fits).findFirst().orElseThrow();
        return Preparation.prepare(table, DataSpec.of(new DataSource.CsvFile("t.csv")).withTarget("y").withTask(task)
                .withScaling(Scaling.STANDARD)
                .withColumns(List.of(new ColumnSpec("times", ColumnType.NUMBER, repeat ? Role.IGNORED : Role.WEIGHT)))
                .withSplit(new SplitSpec(validation, 3, false)));
    }

    private static LearningTask task(Loss loss, boolean repeat, double validation, ClassWeights classes) {
        return new LearningTask(prepared(loss, repeat, validation), model(loss, classes), null);
    }

    private static ModelSpec model(Loss loss, ClassWeights classes) {
        LossOptions options = new LossOptions(1, loss.onLogits() ? 0.1 : 0, loss.onLogits() ? classes : null);
        return new ModelSpec(new Architecture.Mlp(List.of(3), Activation.TANH), loss, Initializer.DEFAULT, 0, options);
    }

    private static double[] lossAndGradient(LearningTask task, double[] theta, Precision precision) {
        try (GradientProbe probe = new GradientProbe(task.graph(task.batch(0), false), task.data(), 1, precision)) {
            double[] gradient = probe.gradient(theta, 0);
            double[] all = Arrays.copyOf(gradient, gradient.length + 1);
            all[gradient.length] = probe.loss();
            return all;
        }
    }

    /** Each loss, float and double, smoothed, with balanced classes. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void wholeWeightsAreRepeatedRowsForLossAndGradient(Loss loss) {
        LearningTask weighted = task(loss, false, 0, new ClassWeights.Balanced());
        LearningTask repeated = task(loss, true, 0, new ClassWeights.Balanced());
        double[] theta = weighted.initial(2);
        double[] wanted = lossAndGradient(repeated, theta, Precision.DOUBLE);
        assertThat(lossAndGradient(weighted, theta, Precision.DOUBLE)).containsExactly(wanted, within(1e-12));
        assertThat(lossAndGradient(weighted, theta, Precision.FLOAT)).containsExactly(wanted, within(2e-6));
    }

    /** Validation rows are the same in both, each as often as it counts; several slices of them. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void metricsAreThoseOfRepeatedRows(Loss loss) {
        double[] theta = task(loss, false, 0, null).initial(4);
        try (Judge one = judging(loss, false); Judge other = judging(loss, true)) {
            Score score = one.validate(theta);
            Score wanted = other.validate(theta);
            assertThat(score.loss()).isCloseTo(wanted.loss(), within(1e-12));
            assertThat(score.metric()).isCloseTo(wanted.metric(), within(1e-12));
            assertThat(Double.isNaN(score.rmse()) ? 0 : score.rmse())
                    .isCloseTo(Double.isNaN(wanted.rmse()) ? 0 : wanted.rmse(), within(1e-12));
            assertThat(one.trainingLoss(theta)).isCloseTo(wanted.loss(), within(1e-12));
        }
    }

    /** Judges the training rows as if they had been held out. */
    private static Judge judging(Loss loss, boolean repeat) {
        Prepared own = prepared(loss, repeat, 0);
        Prepared same = new Prepared(own.training(), own.training(), own.task(), own.featureNames(), own.classNames(), own.targetName(),
                own.preprocessing(), List.of());
        return new LearningTask(same, model(loss, null), null).judge(Precision.DOUBLE);
    }

    /**
     * Training and validation, smoothed, with weights of rows and of classes, in float and double: the formula of PyTorch's
     * CrossEntropyLoss.
     */
    @ParameterizedTest
    @EnumSource(names = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY"})
    void smoothedClassesAreWeightedOneByOneEverywhere(Loss loss) {
        ModelSpec model = model(loss, new ClassWeights.Given(Map.of("p", 6.0, "q", 0.25)));
        Prepared all = prepared(loss, false, 0);
        Prepared same = new Prepared(all.training(), all.training(), all.task(), all.featureNames(), all.classNames(), all.targetName(),
                all.preprocessing(), List.of());
        LearningTask task = new LearningTask(same, model, null);
        double[] theta = task.initial(3);
        double wanted = byFormula(all, model, theta, new double[] {6, 0.25, 1});
        double[] single = lossAndGradient(task, theta, Precision.DOUBLE);
        assertThat(single[single.length - 1]).isCloseTo(wanted, within(1e-12));
        assertThat(lossAndGradient(task, theta, Precision.FLOAT)).containsExactly(single, within(2e-6));
        try (Judge exact = task.judge(Precision.DOUBLE); Judge rounded = task.judge(Precision.FLOAT)) {
            assertThat(exact.validate(theta).loss()).isCloseTo(wanted, within(1e-12));
            assertThat(exact.trainingLoss(theta)).isCloseTo(wanted, within(1e-12));
            assertThat(rounded.validate(theta).loss()).isCloseTo(wanted, within(2e-6));
        }
    }

    /** Of a perceptron with 3 tanh units, parameters in the order of its layout; one output z stands for the logits 0 and z. */
    private static double byFormula(Prepared prepared, ModelSpec model, double[] theta, double[] byClass) {
        int outputs = model.loss() == Loss.CROSS_ENTROPY ? 3 : 1;
        double sum = 0;
        double counted = 0;
        for (int i = 0; i < prepared.training().count(); i++) {
            double[] z = logits(prepared.training().inputs(), i, theta, outputs);
            int hot = (int) prepared.training().targets()[i];
            double total = Arrays.stream(z).map(Math::exp).sum();
            double spread = IntStream.range(0, z.length).mapToDouble(c -> byClass[c] * (Math.log(total) - z[c])).sum();
            double row = prepared.training().weight(i);
            sum += row * (0.9 * byClass[hot] * (Math.log(total) - z[hot]) + 0.1 / z.length * spread);
            counted += row * byClass[hot];
        }
        return sum / counted;
    }

    private static double[] logits(double[] inputs, int row, double[] theta, int outputs) {
        double[] hidden = IntStream.range(0, 3)
                .mapToDouble(j -> Math.tanh(inputs[2 * row] * theta[j] + inputs[2 * row + 1] * theta[3 + j] + theta[6 + j])).toArray();
        double[] z = IntStream.range(0, outputs)
                .mapToDouble(k -> theta[9 + 3 * outputs + k] + IntStream.range(0, 3)
                        .mapToDouble(j -> hidden[j] * theta[9 + j * outputs + k]).sum()).toArray();
        return outputs == 1 ? new double[] {0, z[0]} : z;
    }

    /** Rows 3 and 1 of four, linear, θ = 0: Σ w·y² / Σ w of these two. */
    @Test
    void aBatchIsDividedByItsOwnWeights() {
        TrainingGraph graph = ModelBuilder.build(new ModelSpec(new Architecture.Linear(), Loss.MSE), InputShape.of(1), 1, 2, false,
                Weighting.ROWS).training();
        TrainingData data = new TrainingData(4, new double[] {1, 2, 3, 4}, new double[] {10, 3, 10, 5}, new double[] {9, 0.5, 9, 2}, null,
                (step, rows) -> {
            rows[0] = 3;
            rows[1] = 1;
        });
        try (GradientProbe probe = new GradientProbe(graph, data, 1, Precision.DOUBLE)) {
            double[] gradient = probe.gradient(new double[2], 0);
            assertThat(probe.loss()).isCloseTo((2 * 25 + 0.5 * 9) / 2.5, within(1e-12));
            assertThat(gradient).containsExactly(new double[] {-2 * (2 * 5 * 4 + 0.5 * 3 * 2) / 2.5, -2 * (2 * 5 + 0.5 * 3) / 2.5},
                    within(1e-12));
        }
    }

    /** n/(k·n_c). */
    @Test
    void balancedClassesCountTheSameInAll() {
        Prepared prepared = prepared(Loss.CROSS_ENTROPY, false, 0);
        double[] sums = new double[3];
        IntStream.range(0, ROWS).forEach(i -> sums[CLASSES[i]] += TIMES[i]);
        double[] weights = new ClassWeights.Balanced().of(prepared.classNames(), sums);
        double all = Arrays.stream(sums).sum();
        assertThat(weights).containsExactly(new double[] {all / (3 * sums[0]), all / (3 * sums[1]), all / (3 * sums[2])}, within(1e-12));
        assertThat(new ClassWeights.Balanced().of(List.of("a", "b", "c"), new double[] {6, 0, 2})).containsExactly(8.0 / 12, 1, 2);
    }

    @Test
    void givenWeightsAreByNameAndOneElsewhere() {
        ClassWeights given = new ClassWeights.Given(Map.of("b", 5.0));
        assertThat(given.of(List.of("a", "b"), new double[2])).containsExactly(1, 5);
        assertThatThrownBy(() -> given.of(List.of("a", "c"), new double[2])).isInstanceOf(ModelException.class)
                .hasMessageContaining("\"b\"").hasMessageContaining("a, c");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity", "1e10", "1e-10"})
    void whatCannotBeAClassWeightIsRefused(double weight) {
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("b", weight))).isInstanceOf(ModelException.class)
                .hasMessageContaining("class \"b\"");
    }

    @Test
    void classWeightsAreForClasses() {
        LossOptions options = new LossOptions(1, 0, new ClassWeights.Balanced());
        assertThatThrownBy(() -> new ModelSpec(new Architecture.Linear(), Loss.MSE, Initializer.DEFAULT, 0, options))
                .hasMessageContaining("class weights");
        assertThat(new ModelSpec(new Architecture.Linear(), Loss.MSE).withLossOptions(options).lossOptions()).isNull();
    }
}
