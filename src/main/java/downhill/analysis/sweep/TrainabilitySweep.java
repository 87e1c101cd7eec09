package downhill.analysis.sweep;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.StepLog;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.race.StepSetup;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Trains a contender once for each pixel of a {@link TrainabilityMap}: rows of stacks, all with the same data order and start. */
public final class TrainabilitySweep {
    private final StepSetup setup;
    private final SweepAxis across;
    private final SweepAxis up;
    private final int steps;
    private final double[][] finalLoss;
    private final double[][] divergedAt;
    private double startLoss = Double.NaN;

    private TrainabilitySweep(StepSetup setup, SweepAxis across, SweepAxis up, int steps) {
        this.setup = setup;
        this.across = across;
        this.up = up;
        this.steps = steps;
        this.finalLoss = new double[up.count()][across.count()];
        this.divergedAt = new double[up.count()][across.count()];
        List.of(across, up).forEach(this::check);
        if (across.key().equals(up.key())) {
            throw new RefusedException(Said.of("sweep.two"));
        }
    }

    private void check(SweepAxis axis) {
        Rule rule = setup.run().rule();
        Hyperparameter hyperparameter = rule.hyperparameter(axis.key()).orElseThrow(() ->
                new RefusedException(Said.of("hyper.none", rule.name(), axis.key())));
        for (double value : new double[] {axis.low(), axis.high()}) {
            Said problem = hyperparameter.problemWith(value);
            if (problem != null) {
                throw new RefusedException(problem);
            }
        }
    }

    /**
     * Trains all pixels, coarse first, on the caller's thread and some more.
     *
     * @param setup   of the contender's step 0: its rule, other hyperparameters, data and start
     * @param steps   of each run, at least 1
     * @param threads how many may compute at once
     * @param each    receives every picture, the last included
     * @throws IllegalArgumentException where the rule has no such hyperparameter or an end of an axis is not legal
     * @throws java.util.concurrent.CancellationException where the progress says to give up
     */
    public static TrainabilityMap draw(StepSetup setup, SweepAxis across, SweepAxis up, int steps, Precision precision,
                                       int threads, Progress progress, Consumer<TrainabilityMap> each) {
        return new TrainabilitySweep(setup, across, up, steps).draw(precision, threads, progress, each);
    }

    private TrainabilityMap draw(Precision precision, int threads, Progress progress, Consumer<TrainabilityMap> each) {
        RunSpec run = setup.run();
        int pixels = across.count() * up.count();
        int capacity = RunBlock.capacity(setup.graph(), run.rule(), pixels);
        TrainabilityMap map = null;
        int known = 0;
        try (RunBlock block = new RunBlock(setup.graph(), setup.data(), Collections.nCopies(capacity, run), precision, threads)) {
            for (Refinement.Level level : Refinement.levels(up.count(), across.count())) {
                for (int from = 0; from < level.pixels().size(); from += capacity) {
                    List<Refinement.Pixel> some = level.pixels().subList(from, Math.min(level.pixels().size(), from + capacity));
                    train(block, some, progress);
                    known += some.size();
                    progress.done((double) known / pixels);
                }
                map = new TrainabilityMap(across, up, steps, Refinement.filled(finalLoss, level.stride()),
                        Refinement.filled(divergedAt, level.stride()), startLoss, level.stride() == 1);
                each.accept(map);
            }
        }
        return map;
    }

    private void train(RunBlock block, List<Refinement.Pixel> pixels, Progress progress) {
        Rule rule = setup.run().rule();
        List<double[]> values = new ArrayList<>();
        for (Refinement.Pixel pixel : pixels) {
            double[] own = setup.run().hyperparameters().clone();
            own[rule.indexOf(across.key())] = across.value(pixel.column());
            own[rule.indexOf(up.key())] = up.value(pixel.row());
            values.add(own);
        }
        double[] sums = new double[pixels.size()];
        double[] ends = new double[pixels.size()];
        Arrays.fill(ends, -1);
        block.train(values, setup.start(), steps, progress::cancelled, log -> record(log, sums, ends));
        int counted = steps - lastTenth();
        for (int i = 0; i < sums.length; i++) {
            Refinement.Pixel pixel = pixels.get(i);
            divergedAt[pixel.row()][pixel.column()] = ends[i];
            finalLoss[pixel.row()][pixel.column()] = ends[i] >= 0 ? Double.NaN : sums[i] / counted;
        }
    }

    private int lastTenth() {
        return steps - Math.max(1, steps / 10);
    }

    private void record(StepLog log, double[] sums, double[] ends) {
        if (log.firstStep() == 0) {
            startLoss = log.loss(0, 0);
        }
        for (int run = 0; run < sums.length; run++) {
            for (int i = 0; i < log.count() && ends[run] < 0; i++) {
                double loss = log.loss(run, i);
                if (!Double.isFinite(loss)) {
                    ends[run] = log.firstStep() + i;
                } else if (log.firstStep() + i >= lastTenth()) {
                    sums[run] += loss;
                }
            }
        }
    }
}
