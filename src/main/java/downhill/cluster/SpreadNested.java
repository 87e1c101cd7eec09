package downhill.cluster;

import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.split.FoldSpec;
import downhill.race.document.Experiment;
import downhill.study.NestedKnobs;
import downhill.study.NestedTuning;
import downhill.study.TunedFold;
import java.nio.file.Path;
import java.util.ArrayList;

/** Nested cross-validation whose folds are tuned and scored by workers; what comes of it is what one machine finds, bit for bit. */
public final class SpreadNested {
    private final Workforce workers;
    private final Shared<PackedFolds> common;
    private final NestedKnobs knobs;
    private final int trials;
    private final BlockSize pace;

    /**
     * Brings what folds have in common to the workers. Arguments as those of {@link NestedTuning}.
     *
     * @param folder where a relative path of the data's file starts
     */
    public SpreadNested(Workforce workers, Experiment experiment, Path folder, FoldSpec folds, ScoreMetric metric, NestedKnobs knobs,
                        int trials) {
        this.workers = workers;
        this.knobs = knobs;
        this.trials = trials;
        common = workers.share(new PackedFolds(PackedExperiment.of(experiment, folder), folds, metric));
        pace = new BlockSize(workers.slots());
    }

    /** What giving work away has cost. */
    public BlockSize pace() {
        return pace;
    }

    /**
     * Tunes and scores in all folds.
     *
     * @param into of the same experiment, in which nothing was done: keeps what came of each fold, in their order
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public void run(NestedTuning into, Progress progress) {
        int count = into.rows().folds().size();
        TunedFold[] folds = new TunedFold[count];
        new BlockDeal(workers, pace, count).all(new BlockDeal.Block<ArrayList<TunedFold>>() {
            private int done;

            @Override
            public Work<ArrayList<TunedFold>> work(int from, int to) {
                return new NestedWork(common, new ArrayList<>(knobs.wanted()), knobs.isAll(), trials, from, to);
            }

            @Override
            public void done(int from, int to, ArrayList<TunedFold> result) {
                for (int fold = from; fold < to; fold++) {
                    folds[fold] = result.get(fold - from);
                }
                done += to - from;
                progress.done((double) done / count);
            }
        }, () -> !progress.cancelled());
        for (TunedFold fold : folds) {
            into.take(fold);
        }
    }
}
