package downhill.analysis.explain.anew;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.data.Column;
import downhill.data.MadeColumn;
import downhill.data.Table;
import java.util.Arrays;
import java.util.List;

/**
 * What a contender left unsaid of rows held out: of numbers target − prediction, of each class 1 or 0 less its probability. A column that
 * goes along with it may say more.
 *
 * @param rows of the table
 * @param left [outputs][rows]
 */
record Leftover(int[] rows, double[][] left) {

    static Leftover of(ContenderAnswers answers) {
        List<HeldOut> runs = answers.runs().stream().filter(run -> run.predictions() != null).toList();
        int[] rows = runs.stream().flatMapToInt(run -> Arrays.stream(run.rows())).toArray();
        int outputs = runs.isEmpty() ? 1 : outputs(runs.get(0).predictions());
        double[][] left = new double[outputs][rows.length];
        int at = 0;
        for (HeldOut run : runs) {
            for (int row = 0; row < run.rows().length; row++, at++) {
                for (int output = 0; output < outputs; output++) {
                    left[output][at] = left(run.predictions(), row, output);
                }
            }
        }
        return new Leftover(rows, left);
    }

    private static int outputs(Predictions said) {
        return said.probabilities() == null ? 1 : said.probabilities().classes();
    }

    private static double left(Predictions said, int row, int output) {
        double actual = said.actual()[row];
        if (said.probabilities() == null) {
            return actual - said.values()[row];
        }
        return ((int) actual == output ? 1 : 0) - said.probabilities().of(row, output);
    }

    /** The largest correlation in size between one of some columns, made on the table, and what was left. */
    double along(Table table, List<MadeColumn> made) {
        Table whole = MadeColumn.on(table, made);
        return made.stream().mapToDouble(each -> along(whole.column(each.name()))).max().orElse(0);
    }

    private double along(Column column) {
        double[] values = Arrays.stream(rows).mapToDouble(column::number).toArray();
        return Arrays.stream(left).mapToDouble(each -> Math.abs(correlation(values, each))).max().orElse(0);
    }

    /** Of the rows that have a value; 0 where one of the two does not vary. */
    private static double correlation(double[] one, double[] other) {
        double count = 0;
        double mean = 0;
        double otherMean = 0;
        double square = 0;
        double otherSquare = 0;
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            if (!Double.isNaN(one[i]) && !Double.isNaN(other[i])) {
                count++;
                double off = one[i] - mean;
                double otherOff = other[i] - otherMean;
                mean += off / count;
                otherMean += otherOff / count;
                square += off * (one[i] - mean);
                otherSquare += otherOff * (other[i] - otherMean);
                product += off * (other[i] - otherMean);
            }
        }
        double size = Math.sqrt(square * otherSquare);
        return size > 0 ? product / size : 0;
    }
}
