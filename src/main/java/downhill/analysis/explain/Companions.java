package downhill.analysis.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Columns that go together. Of two that say nearly the same a model may lean on either, so that neither seems to matter by itself, and rows
 * made of one of each may be such as never occur.
 */
public final class Companions {
    /** From this correlation on two columns are said to go together. */
    public static final double CLOSE = 0.8;
    private static final int MOST_COLUMNS = 300;

    /**
     * Two of them.
     *
     * @param one         index of a column
     * @param other       of another, greater
     * @param correlation Pearson's, the largest in size between a number of the one and of the other, −1 to 1
     */
    public record Pair(int one, int other, double correlation) {
    }

    private Companions() {
    }

    /** Pairs that correlate by {@link #CLOSE} or more over some rows, the closest first; none where there are more than 300 columns. */
    public static List<Pair> of(List<ExplainedColumn> columns, ExplainedRows rows) {
        List<Pair> pairs = new ArrayList<>();
        if (columns.size() > MOST_COLUMNS || rows.count() < 3) {
            return pairs;
        }
        double[][] standard = new double[rows.size()][];
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                double correlation = largest(columns.get(i), columns.get(j), rows, standard);
                if (Math.abs(correlation) >= CLOSE) {
                    pairs.add(new Pair(i, j, correlation));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.correlation())));
        return pairs;
    }

    /** Of a window the last row alone. */
    private static double largest(ExplainedColumn one, ExplainedColumn other, ExplainedRows rows, double[][] standard) {
        double largest = 0;
        for (int i : one.latest()) {
            for (int j : other.latest()) {
                double correlation = product(standard(rows, standard, i), standard(rows, standard, j));
                largest = Math.abs(correlation) > Math.abs(largest) ? correlation : largest;
            }
        }
        return largest;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** One number of each row with mean 0 and sum of squares 1; all 0 where it is always the same. */
    private static double[] standard(ExplainedRows rows, double[][] known, int number) {
        if (known[number] == null) {
            double[] values = new double[rows.count()];
            double mean = 0;
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.values()[row * rows.size() + number];
                mean += values[row] / values.length;
            }
            double squares = 0;
            for (int row = 0; row < values.length; row++) {
                values[row] -= mean;
                squares += values[row] * values[row];
            }
            for (int row = 0; row < values.length; row++) {
                values[row] = squares < 1e-18 * values.length * (1 + mean * mean) ? 0 : values[row] / Math.sqrt(squares);
            }
            known[number] = values;
        }
        return known[number];
    }
}
