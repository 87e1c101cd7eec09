package downhill.ui.tune;

import downhill.cluster.SpreadAuto;
import downhill.cluster.Workforce;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.SplitSpec;
import downhill.engine.Threads;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.automl.AutoPlan;
import downhill.study.automl.AutoReport;
import downhill.study.automl.AutoResult;
import downhill.study.automl.AutoSearch;
import downhill.study.automl.AutoSpace;
import downhill.study.trial.Trial;
import downhill.ui.session.Edits;
import downhill.ui.session.LoadedData;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A model found by itself, on a thread of its own beside the race. It calls nobody: the window reads once a frame how it stands. Stopped,
 * it makes ready what it has found.
 */
public final class AutoRun {
    /**
     * How it stands.
     *
     * @param share   of its time or its trials that has passed, 0 to 1; in the finals of those
     * @param finals  whether the search is over, and the best are trained on all rows
     * @param trials  at their end
     * @param result  what came of it; null until then
     * @param report  that in words; null until then
     * @param problem why nothing came of it; {@link Said#NOTHING} where something did or may
     */
    public record Stand(double share, boolean finals, long trials, AutoResult result, AutoReport report, Said problem) {
        /** Whether it goes on no more. */
        public boolean over() {
            return result != null || !problem.isEmpty();
        }
    }

    private final Experiment document;
    private final LoadedData data;
    private final RuleLibrary library;
    private final int threads;
    private final double seconds;
    private final int most;
    private volatile Stand stand = new Stand(0, false, 0, null, null, Said.NOTHING);
    private volatile boolean stopped;
    private TunePlace place = TunePlace.HERE;
    private Path folder = Path.of("");

    /**
     * Nothing is done before {@link #start}.
     *
     * @param document on data; its model and contenders do not matter
     * @param threads  that may compute
     * @param minutes  after which it ends, infinite for never
     * @param most     trials after which it ends
     */
    public AutoRun(Experiment document, LoadedData data, RuleLibrary library, int threads, double minutes, int most) {
        this.most = most;
        this.document = document;
        this.data = data;
        this.library = library;
        this.threads = threads;
        this.seconds = minutes * TimeUnit.MINUTES.toSeconds(1);
    }

    /**
     * The same trained elsewhere.
     *
     * @param where          who trains
     * @param relativeFolder where a relative path of the data's file starts
     */
    public AutoRun at(TunePlace where, Path relativeFolder) {
        place = where;
        folder = relativeFolder;
        return this;
    }

    /** Begins. */
    public void start() {
        Threads.start("automl", this::perform);
    }

    /** Ends the search soon. */
    public void stop() {
        stopped = true;
    }

    /** The newest. */
    public Stand stand() {
        return stand;
    }

    void perform() {
        try {
            find();
        } catch (RuntimeException | Error failure) { // else the window would wait for ever
            stand = new Stand(1, false, 0, null, null, Said.message(failure));
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }

    private void find() {
        DataSpec wanted = ((Problem.Learning) document.problem()).data();
        SplitSpec split = wanted.split().withRatio(0);
        DataSpec spec = wanted.withSplit(split.sealedShare() > 0 ? split : split.withSealed(AutoPlan.OUTER));
        LoadedData open = data.as(spec);
        if (!open.isUsable()) {
            throw new RefusedException(open.problem());
        }
        AutoSpace space = new AutoSpace(open.prepared());
        Experiment experiment = space.experiment(document.title(), spec.withTarget(open.prepared().targetName())
                .withTask(open.prepared().task()), space.steps(), document.seed());
        AutoPlan plan = new AutoPlan(space, experiment, Set.of(), space.usualMetric(), most, seconds);
        long begun = System.nanoTime();
        AutoSearch search = new AutoSearch(plan, open.imported().table(), library,
                text -> ScheduleReader.read(text, experiment.training().steps()), threads);
        AutoResult result = result(search, plan, trials -> search(trials, begun),
                share -> stand = new Stand(share, true, stand.trials(), null, null, Said.NOTHING));
        stand = new Stand(1, true, result.tally().trials(), result, new AutoReport(plan, result), Said.NOTHING);
    }

    private AutoResult result(AutoSearch search, AutoPlan plan, Consumer<List<Trial>> watcher, Progress last) {
        if (place.isHere()) {
            return search.run(() -> !stopped, watcher, last);
        }
        try (Workforce workers = opened()) {
            return workers == null ? search.run(() -> false, watcher, last)
                    : search.run(new SpreadAuto(workers, plan, folder), () -> !stopped, watcher, last);
        }
    }

    /** Null where it was stopped before there were workers. */
    private Workforce opened() {
        try {
            return place.open(() -> !stopped);
        } catch (CancellationException early) {
            return null;
        }
    }

    private void search(List<Trial> trials, long begun) {
        long ended = trials.stream().filter(trial -> trial.state().ended()).count();
        double passed = Math.max((System.nanoTime() - begun) * 1e-9 / seconds, (double) ended / most);
        stand = new Stand(Math.min(1, passed), false, ended, null, null, Said.NOTHING);
    }

    /**
     * The best trial as a contender of a document: with its model, preparation and training, on the document's own split.
     *
     * @return the document as it is where no trial came to its end
     */
    public static Experiment inRace(Experiment document, AutoResult result) {
        if (result.experiment() == null) {
            return document;
        }
        Problem.Learning found = (Problem.Learning) result.experiment().problem();
        DataSpec data = found.data().withSplit(((Problem.Learning) document.problem()).data().split());
        List<ContenderSpec> all = new ArrayList<>(document.contenders());
        ContenderSpec one = result.experiment().contenders().get(0);
        all.add(one.copy(Edits.freshId(document), Edits.freshName(document, one.name()), Edits.freshStyle(document), null));
        return document.withProblem(new Problem.Learning(data, found.model())).withTraining(result.experiment().training())
                .withContenders(all);
    }
}
