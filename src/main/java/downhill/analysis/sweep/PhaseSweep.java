package downhill.analysis.sweep;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.train.RunSpec;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.expr.UnaryOp;
import downhill.optim.Rule;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws the phase plot of a rule: every pixel is a run of one stack, in float64. For gradient descent the borders are known:
 * smooth below η·λ = 1, oscillating to 2, diverging beyond.
 */
public final class PhaseSweep {
    /** Enough to tell growth from decay, and quick. */
    public static final int STEPS = 120;

    private final Rule rule;
    private final double[] values;
    private final double[] rates;
    private final double[] curvatures;
    private final Phase[][] phases;
    private final double[][] amplitudes;
    /** λ of each run of the block now trained. */
    private double[] runCurvatures;

    private PhaseSweep(Rule rule, double[] values, double[] rates, double[] curvatures) {
        if (rule.learningRateIndex() < 0) {
            throw new RefusedException(Said.of("sweep.rate", rule.name()));
        }
        this.rule = rule;
        this.values = values;
        this.rates = rates;
        this.curvatures = curvatures;
        this.phases = new Phase[curvatures.length][rates.length];
        this.amplitudes = new double[curvatures.length][rates.length];
    }

    /**
     * Draws, coarse first, on the caller's thread and some more.
     *
     * @param values     hyperparameters in the rule's order; the learning rate among them is not used
     * @param rates      learning rates of the columns
     * @param curvatures λ of the rows
     * @param threads    how many may compute at once
     * @param each       receives every picture, the last included
     * @throws java.util.concurrent.CancellationException where the progress says to give up
     * @throws IllegalArgumentException for a rule without a learning rate
     */
    public static PhasePlot draw(Rule rule, double[] values, double[] rates, double[] curvatures, int threads,
                                 Progress progress, Consumer<PhasePlot> each) {
        return new PhaseSweep(rule, values, rates, curvatures).draw(threads, progress, each);
    }

    private PhasePlot draw(int threads, Progress progress, Consumer<PhasePlot> each) {
        TrainingGraph graph = quadratic();
        int capacity = RunBlock.capacity(graph, rule, rates.length * curvatures.length);
        runCurvatures = new double[capacity];
        PhasePlot plot = null;
        int known = 0;
        try (RunBlock block = new RunBlock(graph, data(), runs(capacity), Precision.DOUBLE, threads, 0)) {
            for (Refinement.Level level : Refinement.levels(curvatures.length, rates.length)) {
                for (int from = 0; from < level.pixels().size(); from += capacity) {
                    train(block, level.pixels().subList(from, Math.min(level.pixels().size(), from + capacity)), progress);
                }
                known += level.pixels().size();
                plot = plot(level.stride());
                each.accept(plot);
                progress.done((double) known / (rates.length * curvatures.length));
            }
        }
        return plot;
    }

    /** ½λ(x − y)² of one row [λ] with the target y = 0, both given for each run. */
    private static TrainingGraph quadratic() {
        Graph graph = new Graph();
        Node curvature = graph.input("x", true, 1, 1);
        Node minimum = graph.input("y", true, 1, 1);
        Node x = graph.parameter("x.weight", 1).reshape(1, 1);
        Node loss = x.minus(minimum).apply(UnaryOp.SQUARE).times(curvature).times(0.5).reshape();
        return new TrainingGraph(loss, curvature, minimum, List.of());
    }

    /** One row for all; its number is replaced by the run's own, which the run's seed counts. */
    private TrainingData data() {
        return new TrainingData(1, new double[1], new double[1], (x, rows, seed, step) -> x[0] = runCurvatures[(int) seed]);
    }

    private List<RunSpec> runs(int count) {
        List<RunSpec> runs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            runs.add(RunSpec.plain(rule, values, run));
        }
        return runs;
    }

    private void train(RunBlock block, List<Refinement.Pixel> pixels, Progress progress) {
        List<double[]> own = new ArrayList<>();
        Motion[] motions = new Motion[pixels.size()];
        for (int run = 0; run < motions.length; run++) {
            double[] mine = values.clone();
            mine[rule.learningRateIndex()] = rates[pixels.get(run).column()];
            own.add(mine);
            runCurvatures[run] = curvatures[pixels.get(run).row()];
            motions[run] = new Motion(STEPS);
        }
        block.train(own, new double[] {1}, STEPS, progress::cancelled, log -> record(log, motions));
        for (int run = 0; run < motions.length; run++) {
            Refinement.Pixel pixel = pixels.get(run);
            phases[pixel.row()][pixel.column()] = motions[run].phase();
            amplitudes[pixel.row()][pixel.column()] = motions[run].amplitude();
        }
    }

    private static void record(StepLog log, Motion[] motions) {
        for (int run = 0; run < motions.length; run++) {
            for (int i = 0; i < log.count(); i++) {
                motions[run].at(log.firstStep() + i, log.value(run, i, 0));
            }
        }
    }

    private PhasePlot plot(int stride) {
        Phase[][] full = new Phase[phases.length][rates.length];
        for (int row = 0; row < full.length; row++) {
            int knownRow = row - row % stride;
            Arrays.setAll(full[row], column -> phases[knownRow][column - column % stride]);
        }
        return new PhasePlot(rates, curvatures, STEPS, full, Refinement.filled(amplitudes, stride), stride == 1);
    }
}
