package downhill.study.map;

import downhill.analysis.sweep.Refinement;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.study.Recipe;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trains a contender once for each pixel of a {@link TrainabilityMap}: rows of stacks, all with the same seed. Whatever the two knobs are,
 * pixels of one model, rule and batch size share a stack.
 */
public final class Trainability {
    private final MapAxis across;
    private final MapAxis up;
    private final int steps;
    private final Trainer trainer;
    private final double[][] startLoss;
    private final double[][] finalLoss;
    private final double[][] divergedAt;
    private final boolean[][] trained;

    /** Who trains pixels, here or elsewhere. */
    public interface Trainer {
        /**
         * Trains some.
         *
         * @param progress told the part of them that is done
         * @param ended    receives what came of them, some at a time, on one thread at a time
         * @throws CancellationException where the progress says to give up
         */
        void train(List<Refinement.Pixel> pixels, Progress progress, Consumer<List<MapEnd>> ended);
    }

    /**
     * Makes everything ready.
     *
     * @param recipe  whose space has both knobs, or larger ranges of them
     * @param steps   of each run, at least 1
     * @param rows    of a specification of data, asked once for each
     * @param threads how many may compute at once
     * @throws RefusedException of one sentence where both axes are the same knob
     */
    public Trainability(Recipe recipe, MapAxis across, MapAxis up, int steps, Function<DataSpec, Prepared> rows, RuleLibrary library,
                        int threads) {
        this(across, up, steps, here(new MapRuns(recipe, across, up, steps, rows, library), threads));
    }

    /**
     * A map whose pixels are trained by somebody else.
     *
     * @throws RefusedException of one sentence where both axes are the same knob
     */
    public Trainability(MapAxis across, MapAxis up, int steps, Trainer trainer) {
        if (across.knob().name().equals(up.knob().name())) {
            throw new RefusedException(Said.of("sweep.two"));
        }
        this.across = across;
        this.up = up;
        this.steps = steps;
        this.trainer = trainer;
        int height = up.values().size();
        int width = across.values().size();
        startLoss = new double[height][width];
        finalLoss = new double[height][width];
        divergedAt = new double[height][width];
        trained = new boolean[height][width];
    }

    private static Trainer here(MapRuns runs, int threads) {
        return (pixels, progress, ended) -> runs.train(pixels, threads, progress, ended);
    }

    /**
     * Trains all pixels, coarse first, on the caller's thread and some more.
     *
     * @param each    receives every picture, the last included; where it is given up in between, what there is by then
     * @throws CancellationException where the progress says to give up
     */
    public TrainabilityMap draw(Progress progress, Consumer<TrainabilityMap> each) {
        TrainabilityMap map = null;
        for (Refinement.Level level : Refinement.levels(finalLoss.length, finalLoss[0].length)) {
            try {
                train(level, progress);
            } catch (CancellationException given) {
                if (map != null) {
                    each.accept(map(2 * level.stride()));
                }
                throw given;
            }
            map = map(level.stride());
            each.accept(map);
        }
        return map;
    }

    private void train(Refinement.Level level, Progress progress) {
        double pixels = finalLoss.length * finalLoss[0].length;
        int known = known();
        trainer.train(level.pixels(), progress.stretch(known / pixels, (known + level.pixels().size()) / pixels),
                ends -> ends.forEach(this::keep));
    }

    private void keep(MapEnd end) {
        startLoss[end.row()][end.column()] = end.startLoss();
        finalLoss[end.row()][end.column()] = end.finalLoss();
        divergedAt[end.row()][end.column()] = end.divergedAt();
        trained[end.row()][end.column()] = true;
    }

    private int known() {
        int known = 0;
        for (boolean[] row : trained) {
            for (boolean each : row) {
                known += each ? 1 : 0;
            }
        }
        return known;
    }

    private TrainabilityMap map(int stride) {
        boolean[][] runs = Stream.of(trained).map(boolean[]::clone).toArray(boolean[][]::new);
        return new TrainabilityMap(across, up, steps, Refinement.filled(startLoss, runs, stride),
                Refinement.filled(finalLoss, runs, stride), Refinement.filled(divergedAt, runs, stride), runs);
    }
}
