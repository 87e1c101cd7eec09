package downhill.cluster;

import downhill.analysis.sweep.Refinement;
import downhill.data.Progress;
import downhill.race.document.Experiment;
import downhill.study.map.MapAxis;
import downhill.study.map.MapEnd;
import downhill.study.map.MapRuns;
import downhill.study.map.Trainability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pixels of a trainability map that are trained by workers; each comes to what it comes to on one machine, bit for bit. */
public final class SpreadMap implements Trainability.Trainer {
    private final Workforce workers;
    private final MapRuns runs;
    private final Shared<PackedMap> map;
    private final BlockSize pace;

    /**
     * Brings what pixels have in common to the workers.
     *
     * @param base   of the recipe by which {@code runs} are made
     * @param folder where a relative path of the data's file starts
     * @param runs   tell which pixels share a stack; nothing is trained by them
     */
    public SpreadMap(Workforce workers, Experiment base, Path folder, MapAxis across, MapAxis up, int steps, MapRuns runs) {
        this.workers = workers;
        this.runs = runs;
        map = workers.share(new PackedMap(PackedExperiment.of(base, folder), across, up, steps));
        pace = new BlockSize(workers.slots());
    }

    /** What giving work away has cost. */
    public BlockSize pace() {
        return pace;
    }

    @Override
    public void train(List<Refinement.Pixel> pixels, Progress progress, Consumer<List<MapEnd>> ended) {
        List<Refinement.Pixel> sorted = runs.sorted(pixels);
        new BlockDeal(workers, pace, sorted.size()).all(new BlockDeal.Block<ArrayList<MapEnd>>() {
            private int done;

            @Override
            public Work<ArrayList<MapEnd>> work(int from, int to) {
                return PixelsWork.of(map, sorted.subList(from, to));
            }

            @Override
            public void done(int from, int to, ArrayList<MapEnd> result) {
                ended.accept(result);
                done += to - from;
                progress.done((double) done / sorted.size());
            }
        }, () -> !progress.cancelled());
    }
}
