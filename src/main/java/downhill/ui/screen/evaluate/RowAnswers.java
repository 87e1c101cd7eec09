package downhill.ui.screen.evaluate;

import downhill.analysis.metric.ConfusionMatrix;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one contender said of rows held out, row by row, run by run. Arrays are not written to.
 *
 * @param classes   how many there are; 0 where numbers are predicted
 * @param rows      of the table
 * @param predicted numbers in the target's own unit, or indexes of classes, −1 where it said none
 * @param actual    the same of what is right
 * @param sure      probability of the class predicted; empty where numbers are
 */
record RowAnswers(int classes, int[] rows, double[] predicted, double[] actual, double[] sure) {

    /** Of all runs that have an answer. */
    static RowAnswers of(ContenderAnswers answers, int classes) {
        List<HeldOut> runs = answers.runs().stream().filter(run -> run.predictions() != null).toList();
        return new RowAnswers(classes, runs.stream().flatMapToInt(run -> IntStream.of(run.rows())).toArray(),
                runs.stream().flatMapToDouble(run -> predicted(run.predictions())).toArray(),
                runs.stream().flatMapToDouble(run -> DoubleStream.of(run.predictions().actual())).toArray(),
                runs.stream().flatMapToDouble(run -> sure(run.predictions())).toArray());
    }

    private static DoubleStream predicted(Predictions of) {
        return of.probabilities() == null ? DoubleStream.of(of.values()) : IntStream.of(of.probabilities().predicted()).asDoubleStream();
    }

    private static DoubleStream sure(Predictions of) {
        int[] taken = of.probabilities() == null ? new int[0] : of.probabilities().predicted();
        return IntStream.range(0, taken.length).mapToDouble(i -> taken[i] < 0 ? Double.NaN
                : of.probabilities().values()[i * of.probabilities().classes() + taken[i]]);
    }

    boolean ofClasses() {
        return classes > 0;
    }

    /** Which classes were taken for which. */
    ConfusionMatrix matrix() {
        return ConfusionMatrix.of(classes, DoubleStream.of(actual).mapToInt(each -> (int) each).toArray(),
                DoubleStream.of(predicted).mapToInt(each -> (int) each).toArray());
    }

    /** Root of the mean squared error; NaN of no rows. */
    double rmse() {
        return Math.sqrt(IntStream.range(0, rows.length).mapToDouble(i -> Math.pow(predicted[i] - actual[i], 2)).average()
                .orElse(Double.NaN));
    }

    /** The first place of a row; −1 where it was not asked about. */
    int place(int row) {
        return IntStream.range(0, rows.length).filter(i -> rows[i] == row).findFirst().orElse(-1);
    }

    /** The cell of the matrix in which a row stands, counted row by row; −1 for none. */
    int cell(int row) {
        int place = place(row);
        return place < 0 || predicted[place] < 0 ? -1 : (int) actual[place] * classes + (int) predicted[place];
    }

    /** Rows of a cell, ascending. */
    List<Integer> inCell(int cell) {
        return IntStream.of(rows).distinct().filter(row -> cell(row) == cell).sorted().boxed().toList();
    }

    /** Every n-th, so that no more than {@code most} are left, and the row {@code kept} wherever it stands. */
    RowAnswers some(int most, int kept) {
        int stride = Math.max(1, (rows.length + most - 1) / most);
        int place = place(kept);
        int[] at = IntStream.range(0, rows.length).filter(i -> i % stride == 0 || i == place).toArray();
        return new RowAnswers(classes, IntStream.of(at).map(i -> rows[i]).toArray(), picked(predicted, at), picked(actual, at),
                sure.length == 0 ? sure : picked(sure, at));
    }

    private static double[] picked(double[] values, int[] at) {
        return IntStream.of(at).mapToDouble(i -> values[i]).toArray();
    }
}
