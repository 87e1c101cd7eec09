package downhill.cli.bench;

import downhill.data.CounterRandom;
import downhill.data.TaskKind;
import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.Family;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Surface;
import downhill.model.SurfaceModel;
import downhill.model.Surfaces;
import downhill.optim.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to measure: a model on rows of noise, or a surface.
 *
 * @param model   null for a surface
 * @param shape   of one example
 * @param outputs numbers for each row
 * @param rows    that batches are drawn from; with as many as the batch each step takes all
 * @param batch   rows in a step
 * @param rule    the update
 */
public record BenchWork(ModelSpec model, InputShape shape, int outputs, int rows, int batch, Rule rule) {
    private static final long SEED = 1;
    private static final int CLASSES = 10;
    private static final String SURFACE = "rosenbrock";

    /** A model as it begins, on examples that it is made for: images in ten classes, else one number for each. */
    public static BenchWork of(Family<?> family, int rows, int batch, Rule rule) {
        InputShape shape = family.example();
        boolean images = shape.lengths().size() == 3;
        Loss loss = family.usualLoss(images ? TaskKind.MULTICLASS : TaskKind.REGRESSION);
        return new BenchWork(new ModelSpec(family.start(shape), loss), shape, images ? CLASSES : 1, rows, batch, rule);
    }

    /** A stack of so many runs at its first step; runs differ in their initial values only. */
    public TrainingStack stack(int runs, Precision precision, int threads) {
        List<RunSpec> specs = new ArrayList<>();
        List<RunState> states = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            specs.add(RunSpec.plain(rule, rule.defaults(), SEED));
            states.add(RunState.initial(initial(SEED + run)));
        }
        TrainingStack stack = new TrainingStack(graph(), data(), specs, precision, threads);
        stack.restore(states);
        return stack;
    }

    private double[] initial(long seed) {
        if (model == null) {
            Surface.Point start = surface().start();
            return new double[] {start.x(), start.y()};
        }
        return InitialValues.row(model, shape, outputs, seed);
    }

    private static Surface surface() {
        return Surfaces.named(SURFACE).orElseThrow();
    }

    private TrainingGraph graph() {
        return model == null ? TrainingGraph.surface(SurfaceModel.build(surface().expression()).loss())
                : ModelBuilder.build(model, shape, outputs, batch, false).training();
    }

    private TrainingData data() {
        if (model == null) {
            return TrainingData.NONE;
        }
        double[] x = new double[rows * shape.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = CounterRandom.gaussian(SEED, CounterRandom.GENERATOR, i);
        }
        return new TrainingData(rows, x, targets(), null);
    }

    private double[] targets() {
        double[] y = new double[rows * outputs];
        for (int row = 0; row < rows; row++) {
            if (model.loss() == Loss.CROSS_ENTROPY) {
                y[row * outputs + CounterRandom.index(SEED, CounterRandom.NOISE, row, outputs)] = 1;
            } else {
                for (int i = 0; i < outputs; i++) {
                    double value = CounterRandom.gaussian(SEED, CounterRandom.NOISE, (long) row * outputs + i);
                    int side = value > 0 ? 1 : 0;
                    y[row * outputs + i] = model.loss() == Loss.BINARY_CROSS_ENTROPY ? side : value;
                }
            }
        }
        return y;
    }
}
