package downhill.study;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.split.Fold;
import downhill.data.split.FoldSpec;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.stop.NoPruner;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Nested cross-validation: in every fold each contender is tuned on the fold's training rows alone, a share of which is set apart to judge
 * its trials, and what was chosen is trained on all of them and scored on the rows held out. So the score is that of the choosing, too.
 * All contenders have the same trials but for their ranges: their own settings and as many drawn by chance, all run to their end.
 */
public final class NestedTuning {
    /**
     * What was chosen in one fold.
     *
     * @param contender as it is shown
     * @param repeat    from 1
     * @param fold      from 1
     * @param settings  by knob; empty where its own were the best, or every trial diverged
     * @param inner     validation loss by which they were chosen; NaN where nothing was
     */
    public record Choice(String contender, int repeat, int fold, Map<String, Object> settings, double inner) implements Serializable {
    }

    /**
     * Validation losses of the trials of one contender in one fold.
     *
     * @param contender as it is shown
     * @param own       with its own settings; NaN where it diverged
     * @param drawn     of the settings drawn by chance, in their order; NaN where one diverged
     */
    public record Losses(String contender, double own, double[] drawn) implements Serializable {
    }

    /**
     * What tuning brought in one fold, on the rows held out.
     *
     * @param contender as it is shown
     * @param tuned     score of what was chosen; NaN where it diverged
     * @param own       score of its own settings; the same where nothing else was chosen
     */
    public record Gain(String contender, double tuned, double own) implements Serializable {
    }

    private static final String OWN = "own/";

    private final Experiment experiment;
    private final Table table;
    private final FoldSpec folds;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final int trials;
    private final NestedKnobs knobs;
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Map<DataSpec, FoldedRows> rows = new HashMap<>();
    private final Map<String, List<HeldOut>> answers = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Losses> losses = new ArrayList<>();
    private final List<Gain> gains = new ArrayList<>();
    private int done;

    /**
     * Finds out what is to be tuned.
     *
     * @param table   whose rows are divided
     * @param knobs   of all contenders
     * @param trials  of each contender in each fold, at least 1
     * @param threads that may compute, at least 1
     * @throws RefusedException of one sentence where a knob is none of any contender, or has no such range
     */
    public NestedTuning(Experiment experiment, Table table, FoldSpec folds, ScoreMetric metric, NestedKnobs knobs, int trials,
                        RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.table = table;
        this.folds = folds;
        this.metric = metric;
        this.trials = trials;
        this.knobs = knobs;
        this.library = library;
        this.threads = threads;
        if (trials < 1) {
            throw new RefusedException(Said.of("nested.trials", trials));
        }
        InputShape shape = InputShape.of(prepared(PartSlot.learning(experiment).data(), 0).inputShape());
        experiment.contenders().forEach(one -> {
            answers.put(one.id(), new ArrayList<>());
            Experiment base = experiment.withContenders(List.of(one));
            knobs.space(base).ifPresent(space -> recipes.put(one.id(), new Recipe(base, shape, space, library, knobs.schedules())));
        });
        knobs.requireUsed();
    }

    private FoldedRows rows(DataSpec data) {
        return rows.computeIfAbsent(data, spec -> FoldedRows.of(table, spec, folds));
    }

    private Prepared prepared(DataSpec data, int fold) {
        Prepared prepared = rows(data).prepare(fold, true).prepared();
        if (prepared.validation().count() == 0) {
            throw new RefusedException(Said.of("nested.validation", fold + 1));
        }
        return prepared;
    }

    /**
     * Tunes and scores, fold by fold.
     *
     * @return in the order of the document
     * @throws CancellationException where the progress said to give up
     */
    public List<ContenderAnswers> run(Progress progress) {
        while (!isDone()) {
            advance(progress);
        }
        return answers();
    }

    /** What was said of all rows held out in the folds that are finished, in the order of the document. */
    public List<ContenderAnswers> answers() {
        return experiment.contenders().stream().map(each -> new ContenderAnswers(each.id(), each.name(), answers.get(each.id()))).toList();
    }

    /** Folds that are finished. */
    public int done() {
        return done;
    }

    /** Whether all folds are. */
    public boolean isDone() {
        return done == rows().folds().size();
    }

    /**
     * Tunes and scores in the next fold.
     *
     * @param progress told the part done of all folds
     * @return what was said of the rows held out in this fold, in the order of the document
     * @throws CancellationException where the progress said to give up
     */
    public List<ContenderAnswers> advance(Progress progress) {
        double all = rows().folds().size();
        TunedFold fold = fold(done, progress.stretch(done / all, (done + 1) / all));
        take(fold);
        return fold.answers();
    }

    /**
     * Tunes and scores in one fold, which is not kept; what comes of it depends on the fold alone.
     *
     * @param index of the fold
     * @throws CancellationException where the progress said to give up
     */
    public TunedFold fold(int index, Progress progress) {
        TunedFold fold = new TunedFold();
        double parts = experiment.contenders().size() + 1.0;
        List<Experiment> chosen = new ArrayList<>();
        for (ContenderSpec one : experiment.contenders()) {
            int part = chosen.size();
            chosen.add(tuned(one, index, fold, progress.stretch(part / parts, (part + 1) / parts)));
        }
        Map<String, ContenderAnswers> scored = score(withOwn(chosen, fold), index, progress.stretch(chosen.size() / parts, 1));
        for (ContenderSpec one : experiment.contenders()) {
            ContenderAnswers tuned = scored.get(one.id());
            fold.answers().add(tuned);
            fold.gains().add(new Gain(one.name(), mean(tuned), mean(scored.getOrDefault(OWN + one.id(), tuned))));
        }
        return fold;
    }

    /** Keeps what came of the next fold. */
    public void take(TunedFold fold) {
        fold.answers().forEach(each -> answers.get(each.id()).addAll(each.runs()));
        choices.addAll(fold.choices());
        losses.addAll(fold.losses());
        gains.addAll(fold.gains());
        done++;
    }

    /** Beside what was chosen the own settings, which were not judged by this fold either: what tuning brought is their difference. */
    private List<Experiment> withOwn(List<Experiment> chosen, TunedFold fold) {
        List<Experiment> all = new ArrayList<>(chosen);
        for (int i = 0; i < chosen.size(); i++) {
            ContenderSpec one = experiment.contenders().get(i);
            if (!fold.choices().get(i).settings().isEmpty()) {
                all.add(experiment.withContenders(List.of(one.copy(OWN + one.id(), one.name(), one.style(), one.fork()))));
            }
        }
        return all;
    }

    private double mean(ContenderAnswers of) {
        return of.scores(metric).byFold()[0];
    }

    private Experiment tuned(ContenderSpec one, int index, TunedFold fold, Progress progress) {
        Recipe recipe = recipes.get(one.id());
        Fold where = rows().folds().get(index);
        Optional<Trial> best = recipe == null ? Optional.empty() : best(recipe, index, one.name(), fold, progress);
        fold.choices().add(new Choice(one.name(), where.repeat() + 1, where.number() + 1, best.map(Trial::values).orElse(Map.of()),
                best.map(Trial::loss).orElse(Double.NaN)));
        return best.map(trial -> recipe.at(trial.values())).orElse(experiment.withContenders(List.of(one)));
    }

    /** The same draws for all contenders of a fold, others in each fold. */
    private Optional<Trial> best(Recipe recipe, int fold, String contender, TunedFold into, Progress progress) {
        MemoryLedger ledger = new MemoryLedger();
        long seed = experiment.seed() + 1_000_003L * (fold + 1);
        boolean ended = new Study(recipe, ledger, new OwnFirst(seed), new NoPruner(), data -> prepared(data, fold), library, threads)
                .run(trials + 1, () -> !progress.cancelled(), all -> progress.done(all.stream().filter(each -> each.state().ended()).count()
                        / (trials + 1.0)));
        if (!ended) {
            throw new CancellationException();
        }
        List<Trial> all = ledger.trials().stream().sorted(Comparator.comparingInt(Trial::number)).toList();
        into.losses().add(new Losses(contender, all.get(0).loss(), all.stream().skip(1).mapToDouble(Trial::loss).toArray()));
        return TrialOrder.best(all);
    }

    /** By id; what differs in contenders alone goes together. */
    private Map<String, ContenderAnswers> score(List<Experiment> chosen, int fold, Progress progress) {
        Map<Experiment, List<ContenderSpec>> together = new LinkedHashMap<>();
        chosen.forEach(each -> together.computeIfAbsent(each.withContenders(List.of()), unused -> new ArrayList<>())
                .addAll(each.contenders()));
        Map<String, ContenderAnswers> scored = new HashMap<>();
        together.forEach((one, contenders) -> {
            Experiment whole = one.withContenders(contenders);
            try (FoldScoring scoring = new FoldScoring(whole, rows(PartSlot.learning(one).data()), new int[] {fold}, metric, library,
                    threads)) {
                scoring.advance(Long.MAX_VALUE, progress);
                scoring.answers().forEach(each -> scored.put(each.id(), each));
            }
        });
        return scored;
    }

    /** What it brought, fold by fold, contender by contender. */
    public List<Gain> gains() {
        return List.copyOf(gains);
    }

    /** All that came of it until now. */
    public Tuned found() {
        return new Tuned(trials, knobs.used(), choices, losses, gains);
    }

    /** What the trials came to, fold by fold, contender by contender. */
    public List<Losses> losses() {
        return List.copyOf(losses);
    }

    /** What was chosen, fold by fold, contender by contender. */
    public List<Choice> choices() {
        return List.copyOf(choices);
    }

    /** How the rows were divided. */
    public FoldedRows rows() {
        return rows(PartSlot.learning(experiment).data());
    }
}
