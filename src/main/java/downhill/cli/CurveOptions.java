package downhill.cli;

import downhill.analysis.curve.CurveRow;
import downhill.analysis.curve.CurveRows;
import downhill.analysis.curve.MoreRows;
import downhill.analysis.curve.ScoreLine;
import downhill.analysis.curve.ScoreLines;
import downhill.analysis.curve.Thresholds;
import downhill.analysis.curve.TuningBudget;
import downhill.analysis.profile.StepCost;
import downhill.analysis.profile.TimeToTarget;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.split.Fold;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.study.NestedTuning;
import downhill.study.ValidationKnob;
import downhill.study.space.Knob;
import downhill.study.space.ValueText;
import downhill.study.space.VaryText;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Curves that are left beside the scores. */
final class CurveOptions {
    private static final Pattern COSTS = Pattern.compile("(\\d+(?:\\.\\d+)?),(\\d+(?:\\.\\d+)?)");

    @Option(names = "--learning-curve", description = "Train with a tenth and more of each fold's training rows, too: the score against "
            + "rows, in curves.csv.")
    private boolean learning;

    @Option(names = "--validation-curve", paramLabel = "KEY=RANGE", description = "Train with a setting at the places of its range, too: "
            + "the score against it, in curves.csv.")
    private String validation;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Scores by the values of a column, in curves.csv.")
    private String column;

    @Option(names = "--reach", paramLabel = "SCORE", description = "Share of runs that have been as good by each step, in curves.csv.")
    private Double target;

    @Option(names = "--costs", paramLabel = "MISSED,ALARM", description = "What it costs to miss a row of a class, "
            + "and to take another for it: which threshold is best, and the costs by threshold in curves.csv (default: 1,1).")
    private String costs;

    /** Refuses what could be asked of no experiment. */
    void check(boolean out) {
        if (costs != null && !COSTS.matcher(costs).matches()) {
            throw new InputException(Said.of("cli.costs", costs));
        }
        if (!out && (learning || validation != null || column != null || target != null || costs != null)) {
            throw new InputException(Said.of("cli.curves.out"));
        }
        knob();
    }

    private Knob knob() {
        return validation == null ? null : VaryText.read(validation);
    }

    /** The column that makes groups; null where none is asked for. */
    private Column column(Table table) {
        return column == null ? null : table.find(column).orElseThrow(() -> new InputException(Said.of("cli.curves.by", column,
                String.join(", ", table.names()))));
    }

    /** Refuses what this experiment has not. */
    void check(Experiment experiment, Table table, Prepared prepared) {
        column(table);
        setting(experiment, prepared);
    }

    private ValidationKnob setting(Experiment experiment, Prepared prepared) {
        return validation == null ? null : ValidationKnob.of(experiment, knob(), InputShape.of(prepared.inputShape()),
                RuleLibrary.complete(), text -> ScheduleText.schedule("schedule", text, experiment.training().steps()));
    }

    /** What is asked for, and of classes always: curves of what was said of the rows held out. */
    List<CurveRow> rows(Experiment experiment, Table table, FoldedRows folds, Prepared prepared, ScoreMetric metric,
                        FoldJudgement judged, Progress progress, Consumer<Said> tell) {
        CurveRows rows = new CurveRows();
        List<ContenderAnswers> answers = judged.answers();
        way(rows, experiment, folds, judged, metric, tell);
        if (prepared.task().isClassification()) {
            classes(rows, answers, prepared.classNames(), tell);
        }
        Column groups = column(table);
        if (groups != null) {
            answers.forEach(each -> rows.groups(each, metric, groups));
        }
        lines(rows, experiment, folds, prepared, metric, progress, tell);
        return rows.rows();
    }

    private void classes(CurveRows rows, List<ContenderAnswers> answers, List<String> names, Consumer<Said> tell) {
        Matcher matcher = COSTS.matcher(costs == null ? "1,1" : costs);
        matcher.matches();
        double missed = Double.parseDouble(matcher.group(1));
        double alarm = Double.parseDouble(matcher.group(2));
        answers.forEach(each -> rows.classes(each, names, missed, alarm));
        for (int index = names.size() == 2 ? 1 : 0; costs != null && index < names.size(); index++) {
            int of = index;
            answers.forEach(each -> Thresholds.of(each, of, missed, alarm).said(each.name(), names.get(of)).ifPresent(tell));
        }
    }

    private void lines(CurveRows rows, Experiment experiment, FoldedRows folds, Prepared prepared, ScoreMetric metric, Progress progress,
                       Consumer<Said> tell) {
        ScoreLines lines = new ScoreLines(folds, metric, RuleLibrary.complete(), Runtime.getRuntime().availableProcessors());
        double part = validation == null ? 1 : 0.5;
        if (learning) {
            List<ScoreLine> found = lines.byRows(experiment, ScoreLines.SHARES, progress.stretch(0, part));
            rows.lines("learning", "rows", found, null);
            MoreRows.of(found, Fold.ratio(folds.folds()), margin(found.get(0), metric), metric.higherIsBetter())
                    .forEach(each -> tell.accept(each.said()));
        }
        ValidationKnob knob = setting(experiment, prepared);
        if (knob != null) {
            List<ScoreLine> found = lines.bySetting(knob.experiments(), knob.places(), progress.stretch(learning ? part : 0, 1));
            rows.lines("validation", knob.name(), found, knob.values().stream().map(ValueText::of).toList());
            rows.goodRegion(knob.name(), found, metric.higherIsBetter(), line -> line.tolerance(metric));
            found.forEach(line -> region(line, metric).ifPresent(tell));
        }
    }

    private static Optional<Said> region(ScoreLine line, ScoreMetric metric) {
        double margin = line.tolerance(metric);
        return CurveRows.region(line, margin, metric.higherIsBetter()).map(found -> found.said(line.name(), margin));
    }

    private static double margin(ScoreLine line, ScoreMetric metric) {
        DoubleStream scores = Arrays.stream(line.held().mean()).filter(Double::isFinite);
        return metric.negligible((metric.higherIsBetter() ? scores.max() : scores.min()).orElse(0));
    }

    /** How they came along, and what the trials of tuning came to. */
    private void way(CurveRows rows, Experiment experiment, FoldedRows folds, FoldJudgement judged, ScoreMetric metric,
                     Consumer<Said> tell) {
        if (judged.way() != null) {
            rows.progress(judged.way(), metric.higherIsBetter());
        }
        if (judged.way() != null && target != null) {
            List<StepCost> costs = StepCost.of(experiment, folds, metric, RuleLibrary.complete());
            rows.reached(judged.way(), target, metric.higherIsBetter(), costs);
            IntStream.range(0, costs.size()).forEach(i -> tell.accept(TimeToTarget.of(judged.way(), i, target, metric.higherIsBetter())
                    .said(judged.way().names().get(i), String.valueOf(target), costs.get(i))));
        }
        if (judged.way() == null && target != null) {
            tell.accept(Said.of("cli.reach.nested"));
        }
        judged.losses().stream().map(NestedTuning.Losses::contender).distinct().forEach(name -> {
            List<NestedTuning.Losses> own = judged.losses().stream().filter(each -> each.contender().equals(name)).toList();
            TuningBudget budget = TuningBudget.of(name, own.stream().mapToDouble(NestedTuning.Losses::own).toArray(),
                    own.stream().map(NestedTuning.Losses::drawn).toList());
            rows.bestOf(budget);
            tell.accept(budget.said());
        });
    }
}
