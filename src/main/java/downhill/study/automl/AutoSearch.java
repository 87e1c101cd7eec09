package downhill.study.automl;

import downhill.analysis.ensemble.EnsembleChoice;
import downhill.analysis.ensemble.Estimate;
import downhill.analysis.ensemble.Mixture;
import downhill.analysis.score.Predictions;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldData;
import downhill.model.InputShape;
import downhill.model.TrainedModel;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.importance.Importance;
import downhill.study.sample.TpeSampler;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * AutoML: the baseline, then a study over everything that fits by successive halving, judged by folds; then the best are trained on all
 * inner rows and mixed, and what comes of it is measured on the outer rows, once. By trials alone it does the same for the same seed.
 */
public final class AutoSearch {
    private static final int FINALISTS = 8;
    /** Training on all inner rows takes longer than on one fold, and the ensemble takes its time, too. */
    private static final double CAUTION = 1.5;
    private static final double LEAST_RESERVE = 0.03;

    private final AutoPlan plan;
    private final AutoRows rows;
    private final Shelf shelf = new Shelf();
    private final AutoCourse course;
    private final Recipe recipe;
    private final MemoryLedger ledger = new MemoryLedger();
    private final long begun = System.nanoTime();

    /**
     * Divides the rows.
     *
     * @param table     as it was read
     * @param schedules reads a schedule as it is typed
     * @param threads   that may compute, at least 1
     * @throws downhill.words.RefusedException of one sentence where these rows are too few
     */
    public AutoSearch(AutoPlan plan, Table table, RuleLibrary library, Function<String, Schedule> schedules, int threads) {
        this.plan = plan;
        course = AutoCourse.of(table, data(), plan.metric(), plan.experiment().training().steps(), library, threads);
        rows = course.rows();
        recipe = new Recipe(plan.experiment(), InputShape.of(rows.outerFold(data()).prepared().inputShape()),
                plan.space().space(table, plan.fixed()), library, schedules);
    }

    private DataSpec data() {
        return ((Problem.Learning) plan.experiment().problem()).data();
    }

    private double seconds() {
        return (System.nanoTime() - begun) * 1e-9;
    }

    /**
     * Does all of it.
     *
     * @param go      where it says no, the search ends, and what was found is made ready
     * @param watcher told all trials as they stand, after each rung
     * @param last    told how far the end of it is
     */
    public AutoResult run(BooleanSupplier go, Consumer<List<Trial>> watcher, Progress last) {
        return run(AutoCrew.here(course), go, watcher, last);
    }

    /** The same, trained by others. */
    public AutoResult run(AutoCrew crew, BooleanSupplier go, Consumer<List<Trial>> watcher, Progress last) {
        Baseline baseline = Baseline.of(rows, data(), plan.metric());
        List<List<Map<String, Object>>> stages = plan.space().stages(recipe.space());
        List<Map<String, Object>> first = stages.stream().flatMap(List::stream).toList();
        Study study = new Study(recipe.space(), course.steps(), ledger,
                new StagedSampler(first, new TpeSampler(plan.experiment().seed())),
                new StagedPruner(stages.stream().map(List::size).toList()),
                trials -> crew.begin(recipe.races(trials, unused -> false), shelf::take));
        boolean ended = study.run(plan.trials(), () -> go.getAsBoolean() && seconds() + reserve() < plan.seconds(), watcher);
        List<BoardLine.Made> finals = finals(crew, go, last);
        return result(baseline, finals, ended, !go.getAsBoolean());
    }

    /** Seconds that what is done after the search will take. */
    private double reserve() {
        double folds = rows.folds().length;
        return shelf.finalists(FINALISTS).stream()
                .mapToDouble(each -> LEAST_RESERVE + CAUTION * shelf.seconds(each.number()) / folds).sum();
    }

    private List<BoardLine.Made> finals(AutoCrew crew, BooleanSupplier go, Progress last) {
        Map<Integer, Map<String, Object>> params = new TreeMap<>();
        ledger.trials().forEach(trial -> params.put(trial.number(), ordered(trial)));
        return new Finals(recipe, course, shelf, params).run(crew, shelf.finalists(FINALISTS),
                () -> go.getAsBoolean() && seconds() < plan.seconds(), last);
    }

    private Map<String, Object> ordered(Trial trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        recipe.space().knobs().stream().filter(knob -> trial.values().containsKey(knob.name()))
                .forEach(knob -> values.put(knob.name(), trial.values().get(knob.name())));
        return values;
    }

    private AutoResult result(Baseline baseline, List<BoardLine.Made> finals, boolean ended, boolean cancelled) {
        FoldData outer = rows.outerFold(data());
        BoardLine.Made nothing = made(baseline, outer);
        List<BoardLine.Made> library = new ArrayList<>(finals);
        if (nothing.model() != null || finals.isEmpty()) {
            library.add(nothing);
        }
        EnsembleChoice choice = EnsembleChoice.of(library.stream().map(BoardLine.Made::inner).toList(), parts(), plan.metric());
        Board board = new Board(plan.metric(), nothing, finals, library, choice);
        Predictions said = Mixture.of(library.stream().map(BoardLine.Made::outer).toList(), choice.weights());
        int block = data().sequence() == null ? 1 : Math.max(1, (int) Math.round(Math.cbrt(outer.held().count())));
        long seed = plan.experiment().seed();
        BoardLine.Made best = finals.isEmpty() ? null : finals.get(0);
        return new AutoResult(plan.metric(), tally(outer, ended, cancelled), nothing.entry(), board.entries(), choice.kind(),
                board.delivered(), best == null ? null : best.entry(), Estimate.of(plan.metric(), said, block, seed),
                Estimate.gain(plan.metric(), said, baseline.outer(), block, seed), board.ensemble(), best == null ? null : best.model(),
                best == null ? null : document(best));
    }

    private Experiment document(BoardLine.Made best) {
        Experiment experiment = recipe.at(best.entry().params());
        return experiment.withContenders(List.of(experiment.contenders().get(0).withName(best.entry().name())));
    }

    private BoardLine.Made made(Baseline baseline, FoldData outer) {
        TrainedModel model = BaselineModel.of(baseline.kind(), ((Problem.Learning) plan.experiment().problem()).model(), outer.prepared(),
                BoardLine.BASELINE, plan.experiment().seed()).orElse(null);
        BoardLine entry = new BoardLine(baseline.kind().key(), BoardLine.BASELINE, -1, Map.of(), plan.metric().of(baseline.inner()),
                plan.metric().of(baseline.outer()), 0, 0, model == null ? 0 : model.parameters().length);
        return new BoardLine.Made(entry, baseline.inner(), baseline.outer(), model);
    }

    /** The fold of each inner row; of a single fold its rows are halved. */
    private int[] parts() {
        List<Integer> parts = new ArrayList<>();
        for (int fold : rows.folds()) {
            int count = rows.inner(data()).prepare(fold, false).held().count();
            IntStream.range(0, count).forEach(row -> parts.add(rows.folds().length == 1 ? 2 * row / count : fold));
        }
        return parts.stream().mapToInt(Integer::intValue).toArray();
    }

    private AutoResult.Tally tally(FoldData outer, boolean ended, boolean cancelled) {
        List<Trial> trials = ledger.trials();
        Map<String, Integer> families = new LinkedHashMap<>();
        trials.forEach(trial -> families.merge(String.valueOf(trial.values().get("model")), 1, Integer::sum));
        return new AutoResult.Tally(trials.size(), count(trials, TrialState.COMPLETE), count(trials, TrialState.PRUNED),
                count(trials, TrialState.FAILED), families, troubles(), Importance.of(recipe.space(), trials).shares(),
                outer.prepared().training().count(), outer.held().count(), rows.folds().length, seconds(), ended, cancelled);
    }

    private List<AutoResult.Trouble> troubles() {
        Map<String, List<Shelf.Trouble>> byFamily = shelf.troubles().values().stream()
                .collect(Collectors.groupingBy(Shelf.Trouble::family, LinkedHashMap::new, Collectors.toList()));
        return byFamily.entrySet().stream()
                .map(each -> new AutoResult.Trouble(each.getKey(), each.getValue().size(), each.getValue().get(0).why())).toList();
    }

    private static int count(List<Trial> trials, TrialState state) {
        return (int) trials.stream().filter(trial -> trial.state() == state).count();
    }
}
