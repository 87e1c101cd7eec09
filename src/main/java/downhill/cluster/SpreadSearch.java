package downhill.cluster;

import downhill.engine.Threads;
import downhill.race.document.Experiment;
import downhill.setting.Chosen;
import downhill.store.ExperimentStore;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.StudySettings;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A search whose trials are trained by workers: each has a block of its own, goes from rung to rung without waiting for the others, and is
 * compared at each with all that ever came there (asynchronous successive halving, Li et al. 2020, A system for massively parallel
 * hyperparameter tuning).
 * All of it is written down as it comes, in the one ledger: a search that was ended, however it was, goes on.
 */
public final class SpreadSearch {
    private final Workforce workers;
    private final Shared<PackedStudy> study;
    private final Recipe recipe;
    private final Judging judging;
    private final Ledger ledger;
    private final Chosen chosen;
    private final BlockSize pace;

    /**
     * Brings what trials have in common to the workers.
     *
     * @param judging the same as {@code chosen} says
     * @param folder  where a relative path of the data's file starts
     */
    public SpreadSearch(Workforce workers, Recipe recipe, Path folder, Judging judging, Ledger ledger, Chosen chosen) {
        this.workers = workers;
        this.recipe = recipe;
        this.judging = judging;
        this.ledger = new SharedLedger(ledger);
        this.chosen = chosen;
        pace = new BlockSize(workers.slots());
        study = workers.share(new PackedStudy(PackedExperiment.of(recipe.base(), folder), chosen));
    }

    /** What giving work away has cost. */
    public BlockSize pace() {
        return pace;
    }

    /** Arguments and answer as those of {@link Study#run}; the watcher is told from several threads, one at a time. */
    public boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher) {
        AtomicBoolean failed = new AtomicBoolean();
        BooleanSupplier on = () -> !failed.get() && go.getAsBoolean();
        ExecutorService loops = Executors.newCachedThreadPool(Threads.daemons("crew"));
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < workers.slots(); i++) {
                Study own = own(most);
                all.add(loops.submit(() -> watched(() -> own.run(most, on, unused -> told(watcher)), failed)));
            }
            return ended(all);
        } finally {
            loops.shutdown();
        }
    }

    private Study own(int most) {
        return new Study(recipe.space(), recipe.base().training().steps(), ledger,
                pace.sized(chosen.get(StudySettings.SAMPLER).sampler(recipe.base().seed()), most),
                chosen.get(StudySettings.PRUNER).pruner(), this::begin).amongOthers();
    }

    private RemoteLap begin(List<Trial> trials) {
        ArrayList<String> races = new ArrayList<>();
        for (Experiment each : judging.races(recipe, trials)) {
            races.add(ExperimentStore.portable(each));
        }
        long begun = System.nanoTime();
        return new RemoteLap(workers, new TrialsWork(study, races), recipe.base().training().steps(),
                outcome -> pace.done(trials.size(), System.nanoTime() - begun, outcome.nanos()));
    }

    private void told(Consumer<List<Trial>> watcher) {
        List<Trial> all = ledger.trials();
        synchronized (pace) {
            watcher.accept(all);
        }
    }

    private static boolean watched(Supplier<Boolean> loop, AtomicBoolean failed) {
        boolean well = false;
        try {
            boolean ended = loop.get();
            well = true;
            return ended;
        } finally {
            failed.compareAndSet(false, !well);
        }
    }

    /** The first reason is told; whoever ended because of it has none. */
    private static boolean ended(List<Future<Boolean>> all) {
        boolean ended = true;
        RuntimeException reason = null;
        for (Future<Boolean> each : all) {
            try {
                ended &= each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = false;
            } catch (ExecutionException failure) {
                RuntimeException why = failure.getCause() instanceof RuntimeException known ? known
                        : new IllegalStateException(failure.getCause());
                reason = reason == null ? why : reason;
            }
        }
        if (reason != null) {
            throw reason;
        }
        return ended;
    }
}
