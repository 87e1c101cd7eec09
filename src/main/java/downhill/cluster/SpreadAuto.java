package downhill.cluster;

import downhill.data.Progress;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.study.Lap;
import downhill.study.automl.AutoCrew;
import downhill.study.automl.AutoNews;
import downhill.study.automl.AutoPlan;
import downhill.study.automl.FinalRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trials of AutoML that are trained by workers: those chosen together are parted among them by kind of model, and all reach a rung before
 * the next is begun, so that what is chosen and what it comes to is that of one machine, bit for bit, where trials alone end the search.
 */
public final class SpreadAuto implements AutoCrew {
    /** A worker may wait for one that was lost: after so long it lets go of its place, so that what was lost is done there. */
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

    private final Workforce workers;
    private final Shared<PackedAuto> common;
    private final long steps;
    private final BlockSize pace;

    /**
     * Brings what trials have in common to the workers.
     *
     * @param folder where a relative path of the data's file starts
     */
    public SpreadAuto(Workforce workers, AutoPlan plan, Path folder) {
        this.workers = workers;
        steps = plan.experiment().training().steps();
        common = workers.share(new PackedAuto(PackedExperiment.of(plan.experiment(), folder), plan.metric()));
        pace = new BlockSize(workers.slots());
    }

    /** What giving work away has cost. */
    public BlockSize pace() {
        return pace;
    }

    @Override
    public Lap begin(List<Experiment> races, Consumer<AutoNews> told) {
        List<RemoteLap> laps = new ArrayList<>();
        for (List<Experiment> part : parted(races)) {
            ArrayList<String> documents = new ArrayList<>(part.stream().map(ExperimentStore::portable).toList());
            laps.add(new RemoteLap(workers, new TrialsWork(common, documents, PATIENCE), steps,
                    outcome -> pace.done(trials(part), outcome.time()), news -> told.accept((AutoNews) news)));
        }
        return new SideBySide(laps);
    }

    private static int trials(List<Experiment> races) {
        return races.stream().mapToInt(race -> race.contenders().size()).sum();
    }

    /** As many parts as there are workers, of about as many trials. */
    private List<List<Experiment>> parted(List<Experiment> races) {
        List<Experiment> pieces = new ArrayList<>();
        for (Experiment race : races) {
            boolean apart = races.size() < workers.slots();
            race.contenders().stream().filter(each -> apart).forEach(each -> pieces.add(race.withContenders(List.of(each))));
            if (!apart) {
                pieces.add(race);
            }
        }
        pieces.sort(Comparator.comparing((Experiment each) -> -each.contenders().size()));
        List<List<Experiment>> parts = new ArrayList<>();
        for (Experiment piece : pieces) {
            if (parts.size() < workers.slots()) {
                parts.add(new ArrayList<>());
                parts.get(parts.size() - 1).add(piece);
            } else {
                parts.stream().min(Comparator.comparing(SpreadAuto::trials)).orElseThrow().add(piece);
            }
        }
        return parts;
    }

    @Override
    public List<Optional<FinalRun>> finals(List<Experiment> best, BooleanSupplier go, Progress progress) {
        List<Optional<FinalRun>> made = new ArrayList<>();
        best.forEach(each -> made.add(Optional.empty()));
        AtomicReference<Boolean> any = new AtomicReference<>(false);
        try {
            new BlockDeal(workers, new BlockSize(workers.slots()), best.size()).all(new BlockDeal.Block<ArrayList<FinalRun>>() {
                @Override
                public Work<ArrayList<FinalRun>> work(int from, int to) {
                    return new FinalWork(common, new ArrayList<>(best.subList(from, to).stream().map(ExperimentStore::portable).toList()));
                }

                @Override
                public void done(int from, int to, ArrayList<FinalRun> result) {
                    for (int i = from; i < to; i++) {
                        made.set(i, Optional.of(result.get(i - from)));
                        any.set(any.get() || result.get(i - from).made());
                    }
                    progress.done((double) made.stream().filter(Optional::isPresent).count() / best.size());
                }
            }, () -> !any.get() || go.getAsBoolean());
        } catch (CancellationException late) {
            return made;
        }
        return made;
    }
}
