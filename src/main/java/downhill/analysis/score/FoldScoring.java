package downhill.analysis.score;

import downhill.analysis.predict.Predictor;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.model.Weighting;
import downhill.optim.RuleLibrary;
import downhill.race.FoldRace;
import downhill.race.LossWeights;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An experiment's contenders scored by folds while they train: all go on by some steps, can be scored where they are, and those that are
 * no longer wanted can be stopped. Folds whose models have the same shape are rows of one stack. Contenders of one fold and repeat have
 * the same rows and the same seeds, so that their scores are pairs; of another repeat they have other seeds. Belongs to the thread that
 * made it.
 */
public final class FoldScoring implements AutoCloseable {
    /** Folds that can be trained together. */
    private record Shape(List<Integer> inputs, Weighting weighting) {
        static Shape of(Prepared rows, ModelSpec model) {
            return new Shape(Arrays.stream(rows.inputShape()).boxed().toList(), LossWeights.of(rows, model).weighting());
        }
    }

    private record Group(List<FoldData> folds, FoldRace race, Predictor predictor) {
    }

    private final Experiment experiment;
    private final ModelSpec model;
    private final ScoreMetric metric;
    private final List<Group> groups = new ArrayList<>();

    /**
     * Makes everything ready for step 0.
     *
     * @param folds   indexes of the folds, at least one
     * @param threads how many may compute, at least 1
     * @throws RefusedException where a contender cannot take part, or the metric is not defined on the rows of a fold
     */
    public FoldScoring(Experiment experiment, FoldedRows rows, int[] folds, ScoreMetric metric, RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.model = ((Problem.Learning) experiment.problem()).model();
        this.metric = metric;
        Map<Shape, List<FoldData>> alike = new LinkedHashMap<>();
        for (int fold : folds) {
            FoldData data = rows.prepare(fold, experiment.heedsValidation());
            requireDefined(data);
            alike.computeIfAbsent(Shape.of(data.prepared(), model), unused -> new ArrayList<>()).add(data);
        }
        try {
            alike.values().forEach(each -> groups.add(group(each, library, threads)));
        } catch (RuntimeException | Error refused) {
            close();
            throw refused;
        }
    }

    /** A metric that even right answers would not have is none. */
    private void requireDefined(FoldData data) {
        Examples held = data.held();
        if (held.count() == 0 || Double.isNaN(metric.of(Predictions.right(held, data.prepared())))) {
            throw new RefusedException(Said.of("score.undefined", metric.key(), data.fold().number() + 1));
        }
    }

    private Group group(List<FoldData> folds, RuleLibrary library, int threads) {
        long most = experiment.contenders().stream().mapToLong(ContenderSpec::seeds).max().orElse(1);
        long[] seeds = folds.stream().mapToLong(each -> experiment.seed() + each.fold().repeat() * Math.max(1, most)).toArray();
        List<Prepared> prepared = folds.stream().map(FoldData::prepared).toList();
        FoldRace race = new FoldRace(experiment, prepared, seeds, library, threads);
        Prepared first = prepared.get(0);
        return new Group(folds, race, new Predictor(model, Targets.shape(first), Targets.outputs(first, model), Precision.DOUBLE));
    }

    /**
     * Trains all that have not ended up to a step, or to the end of the budget.
     *
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public void advance(long step, Progress progress) {
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).race.advance(step, progress.stretch((double) i / groups.size(), (i + 1.0) / groups.size()));
        }
    }

    /** Ends a contender in all folds where it is, so that it costs nothing more. */
    public void stop(String contender) {
        groups.forEach(group -> group.race.stop(contender));
    }

    /** Scores of all contenders where they stand, in the order of the document. */
    public List<ContenderScores> scores() {
        return answers().stream().map(each -> each.scores(metric)).toList();
    }

    /** What all contenders say of the rows held out where they stand, in the order of the document. */
    public List<ContenderAnswers> answers() {
        return answers(FoldData::held);
    }

    /** What they say of the rows that they learned from. */
    public List<ContenderAnswers> answersOnTraining() {
        return answers(data -> data.prepared().training());
    }

    private List<ContenderAnswers> answers(Function<FoldData, Examples> rows) {
        Map<String, List<HeldOut>> answers = new LinkedHashMap<>();
        experiment.contenders().forEach(each -> answers.put(each.id(), new ArrayList<>()));
        groups.forEach(group -> group.race.runs().forEach(run -> answers.get(run.contender()).add(answer(group, run, rows))));
        return experiment.contenders().stream().map(each -> new ContenderAnswers(each.id(), each.name(), sorted(answers.get(each.id()))))
                .toList();
    }

    private static List<HeldOut> sorted(List<HeldOut> answers) {
        answers.sort(Comparator.comparingInt(HeldOut::repeat).thenComparingInt(HeldOut::fold).thenComparingLong(HeldOut::seed));
        return answers;
    }

    private HeldOut answer(Group group, FoldRace.Run run, Function<FoldData, Examples> of) {
        FoldData data = group.folds.get(run.fold());
        Examples rows = of.apply(data);
        double[] answer = group.race.answer(run);
        return new HeldOut(data.fold().repeat(), data.fold().number(), run.seed(), group.race.outcome(run), group.race.step(run),
                rows.sourceRows(), answer == null ? null : predictions(group, data, rows, answer));
    }

    private Predictions predictions(Group group, FoldData data, Examples rows, double[] answer) {
        double[] raw = group.predictor.outputs(answer, rows.values());
        return Predictions.of(rows, raw, group.predictor.outputs(), data.prepared().preprocessing(), model.loss());
    }

    /**
     * What a contender has become on its first fold, with its first seed: a model that predicts other rows as those held out were. Its
     * losses are not measured.
     *
     * @return empty where it diverged
     */
    public Optional<TrainedModel> trained(String contender) {
        Group group = groups.get(0);
        FoldRace.Run run = group.race.runs().stream().filter(each -> each.contender().equals(contender)).findFirst().orElseThrow();
        double[] answer = group.race.answer(run);
        if (answer == null) {
            return Optional.empty();
        }
        ContenderSpec spec = experiment.contenders().stream().filter(each -> each.id().equals(contender)).findFirst().orElseThrow();
        return Optional.of(model(experiment.withContenders(List.of(spec)), group.folds.get(run.fold()),
                answer(group, run, FoldData::held), answer));
    }

    /**
     * A model of what a run has become.
     *
     * @param experiment of one contender
     * @param fold       that it learned from
     * @param run        how it went
     * @param answer     its parameters [P]
     */
    public static TrainedModel model(Experiment experiment, FoldData fold, HeldOut run, double[] answer) {
        ContenderSpec spec = experiment.contenders().get(0);
        ModelSpec model = ((Problem.Learning) experiment.problem()).model();
        TrainedModel.Origin origin = new TrainedModel.Origin(spec.ruleId(), spec.hyperparameters(), run.steps(), run.seed(),
                experiment.precision().name().toLowerCase(Locale.ROOT), run.outcome().name(), Double.NaN, Double.NaN);
        return new TrainedModel(spec.name(), model, fold.prepared().preprocessing(), Targets.outputs(fold.prepared(), model), answer,
                origin);
    }

    @Override
    public void close() {
        groups.forEach(group -> {
            group.race.close();
            group.predictor.close();
        });
    }
}
