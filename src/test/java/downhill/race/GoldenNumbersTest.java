package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.BatchSchedule;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.MissingStrategy;
import downhill.data.NumberColumn;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The articles' linear regression: X = [[1,2],[2,3],[3,4],[4,5]], y = [2,3,4,5], 1000 iterations from 0. The expected numbers
 * are made here by loops that share nothing with the program.
 */
class GoldenNumbersTest {
    private static final double[][] X = {{1, 2}, {2, 3}, {3, 4}, {4, 5}};
    private static final double[] Y = {2, 3, 4, 5};
    private static final int STEPS = 1000;
    private static final long SEED = 42;

    /** The listing itself, without a bias: (1/2m)·Σ(x·θ − y)², whose gradient is (1/m)·Xᵀ(Xθ − y). */
    private static final Problem LISTING = new Problem.Surface(
            "((x + 2·y − 2)² + (2·x + 3·y − 3)² + (3·x + 4·y − 4)² + (4·x + 5·y − 5)²) / 8", 0, 0);

    private static RaceResult.Finish run(Problem problem, int batch, ContenderSpec contender) {
        Experiment experiment = new Experiment("golden", problem, TrainingSpec.of(STEPS, batch), List.of(contender), SEED,
                Precision.DOUBLE);
        Prepared data = problem instanceof Problem.Learning learning ? Preparation.prepare(table(), learning.data()) : null;
        RaceResult result = RaceRunner.run(experiment, data, Races.RULES, RaceOptions.alone(), downhill.data.Progress.NONE);
        assertThat(result.contenders().get(0).outcome()).isEqualTo(Outcome.FINISHED);
        return result.contenders().get(0);
    }

    private static Table table() {
        return new Table(List.of(new NumberColumn("x1", new double[] {1, 2, 3, 4}),
                new NumberColumn("x2", new double[] {2, 3, 4, 5}), new NumberColumn("y", Y.clone())));
    }

    private static Problem withBias() {
        DataSpec data = new DataSpec(new DataSource.CsvFile("listing.csv"), List.of(), "y", TaskKind.REGRESSION,
                MissingStrategy.MEAN, Scaling.NONE, false, new SplitSpec(0, 1, false), null, null);
        return new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.MSE,
                Initializer.of(Initializer.Scheme.ZEROS), 0));
    }

    /** factor/m · Xᵀ(Xθ − y) over some rows; with a third parameter that is a bias. */
    private static double[] gradient(double[] theta, int[] rows, double factor) {
        double[] g = new double[theta.length];
        for (int row : rows) {
            double error = X[row][0] * theta[0] + X[row][1] * theta[1] - Y[row] + (theta.length == 3 ? theta[2] : 0);
            for (int j = 0; j < g.length; j++) {
                g[j] += factor * error * (j < 2 ? X[row][j] : 1) / rows.length;
            }
        }
        return g;
    }

    private static final int[] ALL = {0, 1, 2, 3};

    private static double[] descent(int parameters, double rate, int batch, double factor) {
        double[] theta = new double[parameters];
        BatchSchedule order = new BatchSchedule(4, batch, SEED);
        for (int step = 0; step < STEPS; step++) {
            int[] rows = batch == 0 ? ALL : order.rows(step, new int[batch]);
            double[] g = gradient(theta, rows, factor);
            for (int j = 0; j < parameters; j++) {
                theta[j] -= rate * g[j];
            }
        }
        return theta;
    }

    private static double[] dynamicDescent(double rate, double decay) {
        double[] theta = new double[2];
        double[] velocity = new double[2];
        double eta = rate;
        for (int step = 0; step < STEPS; step++) {
            double[] g = gradient(theta, ALL, 1);
            for (int j = 0; j < 2; j++) {
                velocity[j] += g[j];
                theta[j] -= eta * velocity[j];
            }
            eta *= decay;
        }
        return theta;
    }

    private static double[] adagrad(double rate) {
        double[] theta = new double[2];
        double[] squares = new double[2];
        for (int step = 0; step < STEPS; step++) {
            double[] g = gradient(theta, ALL, 1);
            for (int j = 0; j < 2; j++) {
                squares[j] += g[j] * g[j];
                theta[j] -= rate * g[j] / (Math.sqrt(squares[j]) + 1e-10);
            }
        }
        return theta;
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("θ[%s]", i).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void gradientDescentOfTheListing() {
        double[] expected = descent(2, 0.01, 0, 1);
        assertClose(run(LISTING, 0, Races.contender("gd", "gradient-descent", 0.01)).parameters(), expected);
        assertThat(expected[1]).isCloseTo(1, within(0.2));
    }

    @Test
    void dynamicGradientDescentOfTheListing() {
        ContenderSpec dgd = ContenderSpec.of("dgd", "DGD", "dgd", Map.of("learningRate", 0.01, "decay", 0.9), 0);
        assertClose(run(LISTING, 0, dgd).parameters(), dynamicDescent(0.01, 0.9));
    }

    @Test
    void adagradOfTheListing() {
        assertClose(run(LISTING, 0, Races.contender("ada", "adagrad", 0.01)).parameters(), adagrad(0.01));
    }

    /** The program's mean squared error has twice the listing's gradient, so half its learning rate is the same. */
    @Test
    void gradientDescentOnTheRowsThemselves() {
        RaceResult.Finish finish = run(withBias(), 0, Races.contender("gd", "gradient-descent", 0.005));
        assertClose(finish.parameters(), descent(3, 0.01, 0, 1));
        assertThat(finish.initialLoss()).isCloseTo((4 + 9 + 16 + 25) / 4.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stochasticGradientDescentInTheProgramsBatchOrder(int batch) {
        RaceResult.Finish finish = run(withBias(), batch, Races.contender("sgd", "sgd", 0.005));
        assertClose(finish.parameters(), descent(3, 0.005, batch, 2));
    }
}
