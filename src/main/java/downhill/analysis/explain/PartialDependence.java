package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;

/**
 * The mean answer where a column has a value in every row (Friedman 2001), as scikit-learn's {@code partial_dependence} has it by brute
 * force, and the answers of single rows, which it is the mean of (individual conditional expectation; Goldstein et al. 2015). Rows may
 * come to be such as never occur, where columns go together; {@link AccumulatedEffects} keep away from those.
 */
public final class PartialDependence {
    private final Explained model;
    private final ExplainedRows data;
    private final int outputs;

    /** @param data at least one row, of which the mean is taken */
    public PartialDependence(Explained model, ExplainedRows data) {
        this.model = model;
        this.data = data;
        this.outputs = model.outputs().size();
    }

    /**
     * The effect of one column.
     *
     * @param grid  values of it, increasing, as {@link EffectGrid} makes them
     * @param lines rows whose own lines are wanted; none for none
     * @throws RefusedException where a row is a window, in which a column has many values
     */
    public Effect of(int column, double[] grid, ExplainedRows lines, Progress progress) {
        ExplainedColumn one = single(column);
        double[][] mean = new double[grid.length][outputs];
        double[][][] own = new double[lines.count()][grid.length][];
        for (int point = 0; point < grid.length; point++) {
            mean[point] = mean(answers(data, progress, one, grid[point], null, 0));
            double[] each = lines.count() == 0 ? new double[0] : answers(lines, progress, one, grid[point], null, 0);
            for (int row = 0; row < lines.count(); row++) {
                own[row][point] = java.util.Arrays.copyOfRange(each, row * outputs, (row + 1) * outputs);
            }
            progress.done((point + 1.0) / grid.length);
        }
        return new Effect(column, grid, mean, own, EffectGrid.near(grid, EffectGrid.values(one, data)));
    }

    /**
     * The mean answer over two columns.
     *
     * @return [points of the one][points of the other][outputs]
     */
    public double[][][] of(int column, double[] grid, int other, double[] otherGrid, Progress progress) {
        ExplainedColumn one = single(column);
        ExplainedColumn two = single(other);
        double[][][] mean = new double[grid.length][otherGrid.length][];
        for (int i = 0; i < grid.length; i++) {
            for (int j = 0; j < otherGrid.length; j++) {
                mean[i][j] = mean(answers(data, progress, one, grid[i], two, otherGrid[j]));
            }
            progress.done((i + 1.0) / grid.length);
        }
        return mean;
    }

    /** Rows of the data nearest to each pair of points [points of the one][points of the other]; 0 where nothing is known. */
    public int[][] near(int column, double[] grid, int other, double[] otherGrid) {
        int[][] near = new int[grid.length][otherGrid.length];
        double[] one = EffectGrid.values(single(column), data);
        double[] two = EffectGrid.values(single(other), data);
        for (int row = 0; row < one.length; row++) {
            int i = EffectGrid.nearest(grid, one[row]);
            int j = EffectGrid.nearest(otherGrid, two[row]);
            if (i >= 0 && j >= 0) {
                near[i][j]++;
            }
        }
        return near;
    }

    private ExplainedColumn single(int column) {
        ExplainedColumn one = model.columns().get(column);
        if (one.times() > 1) {
            throw new RefusedException(Said.of("explain.effect.window", one.name(), one.times()));
        }
        return one;
    }

    private double[] answers(ExplainedRows rows, Progress progress, ExplainedColumn one, double value, ExplainedColumn two, double other) {
        double[] changed = rows.values().clone();
        for (int row = 0; row < rows.count(); row++) {
            one.write(value, changed, row * rows.size());
            if (two != null) {
                two.write(other, changed, row * rows.size());
            }
        }
        return model.answers(changed, Progress.asking(() -> !progress.cancelled()));
    }

    private double[] mean(double[] answers) {
        double[] mean = new double[outputs];
        for (int i = 0; i < answers.length; i++) {
            mean[i % outputs] += answers[i] / data.count();
        }
        return mean;
    }
}
