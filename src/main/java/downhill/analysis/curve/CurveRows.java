package downhill.analysis.curve;

import downhill.analysis.profile.GoodRegion;
import downhill.analysis.profile.Progression;
import downhill.analysis.profile.Ranks;
import downhill.analysis.profile.StepCost;
import downhill.analysis.profile.TimeToTarget;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Curves as rows of one table, in the order in which they are added; places where no run has a value are left out. */
public final class CurveRows {
    private final List<CurveRow> rows = new ArrayList<>();

    /** All of them. */
    public List<CurveRow> rows() {
        return List.copyOf(rows);
    }

    /**
     * What held out rows tell of classes: {@code roc}, {@code precisionRecall}, {@code gain}, {@code lift}, {@code calibration} and its
     * {@code calibrationError}, and {@code cost} by threshold. Of two classes that of the second alone.
     *
     * @param missing cost of missing a row of a class
     * @param alarm   cost of taking another for it
     */
    public CurveRows classes(ContenderAnswers answers, List<String> names, double missing, double alarm) {
        for (int index = names.size() == 2 ? 1 : 0; index < names.size(); index++) {
            String name = names.get(index);
            ClassCurve gain = ClassCurve.gain(answers, index);
            band("roc", answers.name(), name, ClassCurve.roc(answers, index).band());
            band("precisionRecall", answers.name(), name, ClassCurve.precisionRecall(answers, index).band());
            band("gain", answers.name(), name, gain.band());
            band("lift", answers.name(), name, gain.lift().band());
            Calibration calibration = Calibration.ofClass(answers, index, Calibration.BINS);
            band("calibration", answers.name(), name, calibration.bins());
            one("calibrationError", answers.name(), name, Integer.toString(Calibration.BINS), calibration.errors());
            band("cost", answers.name(), name, Thresholds.of(answers, index, missing, alarm).cost());
        }
        one("calibrationError", answers.name(), "", Integer.toString(Calibration.BINS),
                Calibration.ofAnswers(answers, Calibration.BINS).errors());
        return this;
    }

    /** A score by the groups of a column: {@code groups}. */
    public CurveRows groups(ContenderAnswers answers, ScoreMetric metric, Column column) {
        GroupScores.of(answers, metric, column).groups()
                .forEach(each -> one("groups", answers.name(), column.name(), each.name() == null ? "" : each.name(), each.scores()));
        return this;
    }

    /**
     * Lines of scores.
     *
     * @param curve  {@code learning} or {@code validation}; on the rows learned from it is followed by {@code OnTraining}
     * @param of     the setting
     * @param values as texts, or null for the numbers
     */
    public CurveRows lines(String curve, String of, List<ScoreLine> lines, List<String> values) {
        for (ScoreLine line : lines) {
            IntFunction<String> place = i -> values == null ? Columns.text(line.held().x()[i]) : values.get(i);
            band(curve, line.name(), of, line.held(), place);
            band(curve + "OnTraining", line.name(), of, line.training(), place);
        }
        return this;
    }

    /**
     * How wide the good region of a setting is: {@code goodRegion} at its best place, as mean its width in decades, as band its ends.
     * Nothing where the setting is no number above 0.
     *
     * @param margins what is negligible, by contender
     */
    public CurveRows goodRegion(String of, List<ScoreLine> lines, boolean higherIsBetter, ToDoubleFunction<ScoreLine> margins) {
        for (ScoreLine line : lines) {
            region(line, margins.applyAsDouble(line), higherIsBetter).ifPresent(found -> rows.add(new CurveRow("goodRegion", line.name(),
                    of, Columns.text(found.best()), found.decades(), found.low(), found.high(), line.held().each().length)));
        }
        return this;
    }

    /** The good region of a setting; empty where it is no number above 0, or every run diverged. */
    public static Optional<GoodRegion> region(ScoreLine line, double margin, boolean higherIsBetter) {
        double[] x = line.held().x();
        return x[0] > 0 && rises(x) ? Optional.ofNullable(GoodRegion.of(x, line.held().mean(), margin, higherIsBetter)) : Optional.empty();
    }

    private static boolean rises(double[] x) {
        return IntStream.range(1, x.length).allMatch(i -> x[i] > x[i - 1]);
    }

    /** Scores on their way and ranks among the contenders: {@code progress} and {@code rank} by step. */
    public CurveRows progress(Progression progression, boolean higherIsBetter) {
        Ranks ranks = Ranks.of(progression, higherIsBetter);
        for (int i = 0; i < progression.names().size(); i++) {
            band("progress", progression.names().get(i), "", CurveBand.of(progression.steps(), List.of(progression.scores()[i])));
            band("rank", progression.names().get(i), "", CurveBand.of(progression.steps(), List.of(ranks.ranks()[i])));
        }
        return this;
    }

    /**
     * Share of runs that have been as good as a target: {@code reached} by step, {@code reachedGradients} by gradients of single rows and
     * {@code reachedSeconds}, where they are known, by seconds alone on one thread.
     *
     * @param costs of a step of each contender
     */
    public CurveRows reached(Progression progression, double target, boolean higherIsBetter, List<StepCost> costs) {
        for (int i = 0; i < progression.names().size(); i++) {
            TimeToTarget time = TimeToTarget.of(progression, i, target, higherIsBetter);
            reached("reached", progression.names().get(i), target, time);
            reached("reachedGradients", progression.names().get(i), target, time.in(costs.get(i).gradients()));
            if (!Double.isNaN(costs.get(i).seconds())) {
                reached("reachedSeconds", progression.names().get(i), target, time.in(costs.get(i).seconds()));
            }
        }
        return this;
    }

    private void reached(String curve, String contender, double target, TimeToTarget time) {
        band(curve, contender, Columns.text(target), CurveBand.of(time.places(), List.of(time.reached())));
    }

    /** The loss that the best of k trials comes to: {@code bestOf} by k, and the loss of a contender's own settings at 0. */
    public CurveRows bestOf(TuningBudget budget) {
        one("bestOf", budget.name(), "", "0", budget.own());
        band("bestOf", budget.name(), "", budget.best());
        return this;
    }

    private void band(String curve, String contender, String of, CurveBand band) {
        band(curve, contender, of, band, i -> Columns.text(band.x()[i]));
    }

    private void band(String curve, String contender, String of, CurveBand band, IntFunction<String> place) {
        IntStream.range(0, band.x().length).filter(i -> band.count(i) > 0).forEach(i -> rows.add(new CurveRow(curve, contender, of,
                place.apply(i), band.mean()[i], band.low()[i], band.high()[i], band.count(i))));
    }

    private void one(String curve, String contender, String of, String place, double[] values) {
        CurveBand band = CurveBand.of(new double[1], Arrays.stream(values).mapToObj(value -> new double[] {value}).toList());
        band(curve, contender, of, band, i -> place);
    }
}
