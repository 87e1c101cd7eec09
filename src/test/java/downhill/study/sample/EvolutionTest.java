package downhill.study.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the library's, which drives what it minimises and so cannot be asked. */
class EvolutionTest {
    private static final int SEEDS = 9;

    private static ToDoubleFunction<double[]> function(String name) {
        return switch (name) {
            case "sphere" -> x -> Arrays.stream(x).map(each -> each * each).sum();
            case "ellipsoid" -> x -> IntStream.range(0, x.length).mapToDouble(i -> Math.pow(1e4, i / (x.length - 1.0)) * x[i] * x[i]).sum();
            default -> x -> IntStream.range(0, x.length - 1).mapToDouble(i -> 100 * Math.pow(x[i + 1] - x[i] * x[i], 2)
                    + Math.pow(1 - x[i], 2)).sum();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"sphere", "ellipsoid", "rosenbrock"})
    void needsAboutAsManyTrialsAsTheLibrary(String name) {
        double[] ours = IntStream.range(0, SEEDS).mapToDouble(seed -> ours(function(name), seed)).sorted().toArray();
        double[] theirs = IntStream.range(0, SEEDS).mapToDouble(seed -> theirs(function(name), seed)).sorted().toArray();
        assertThat(ours[SEEDS / 2]).as("median of trials until the function is below 1e-8; the library's: %s", theirs[SEEDS / 2])
                .isBetween(0.7 * theirs[SEEDS / 2], 1.4 * theirs[SEEDS / 2]);
    }

    private static double[] start() {
        return new double[] {2, -1, 1.5, -2, 1};
    }

    private static int ours(ToDoubleFunction<double[]> function, int seed) {
        Evolution evolution = new Evolution(start(), 0.5);
        SplittableRandom random = new SplittableRandom(seed);
        for (int trials = 0; trials < 20_000; trials += evolution.lambda()) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < evolution.lambda(); i++) {
                points.add(evolution.ask(random));
            }
            points.sort(Comparator.comparingDouble(function));
            if (function.applyAsDouble(points.get(0)) < 1e-8) {
                return trials + evolution.lambda();
            }
            evolution.tell(points);
        }
        return Integer.MAX_VALUE;
    }

    private static int theirs(ToDoubleFunction<double[]> function, int seed) {
        int[] asked = {0, 0};
        MultivariateFunction counted = x -> {
            double value = function.applyAsDouble(x);
            asked[0]++;
            asked[1] = asked[1] == 0 && value < 1e-8 ? asked[0] : asked[1];
            return value;
        };
        CMAESOptimizer library = new CMAESOptimizer(20_000, 1e-10, false, 0, 0, new MersenneTwister(seed), false, null);
        library.optimize(new MaxEval(100_000), new ObjectiveFunction(counted), GoalType.MINIMIZE, new InitialGuess(start()),
                SimpleBounds.unbounded(5), new CMAESOptimizer.Sigma(new double[] {0.5, 0.5, 0.5, 0.5, 0.5}),
                new CMAESOptimizer.PopulationSize(Evolution.lambda(5)));
        return asked[1] == 0 ? Integer.MAX_VALUE : asked[1];
    }
}
