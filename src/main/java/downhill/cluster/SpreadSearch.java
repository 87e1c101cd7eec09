package downhill.cluster;

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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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

    /** Arguments and answer as those of {@link Study#run}; the watcher is told from several threads, one at a time, now and then. */
    public boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher) {
        Seldom told = new Seldom(() -> watcher.accept(ledger.trials()));
        return BlockLoops.run(workers.slots(), loops(), pace.begun(),
                on -> own(most).run(most, () -> on.getAsBoolean() && go.getAsBoolean(), unused -> told.run()));
    }

    /**
     * Where trials do not depend on those before, the next block waits at the workers' door, so that nobody waits for it. Those who learn
     * choose when a worker is free, of all that is known by then.
     */
    private int loops() {
        return chosen.get(StudySettings.SAMPLER).sampler(recipe.base().seed()).learns() ? workers.slots() : 2 * workers.slots();
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
        TrialsWork work = new TrialsWork(study, races, TrialsWork.ENDLESS);
        return new RemoteLap(workers, work, recipe.base().training().steps(), outcome -> pace.done(trials.size(), outcome.time()),
                news -> { });
    }
}
