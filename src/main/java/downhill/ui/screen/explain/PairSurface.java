package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.PartialDependence;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.stream.IntStream;

/**
 * What is said on average over two features.
 *
 * @param asked   which model
 * @param one     along x
 * @param two     along y
 * @param x       values of the one, increasing; of labels their indices
 * @param y       of the other
 * @param said    [x][y]
 * @param there   [rows][2] of rows it learned from
 * @param refused why there is none; null where there is one
 */
record PairSurface(Asked asked, ExplainedColumn one, ExplainedColumn two, double[] x, double[] y, double[][] said, double[][] there,
                   Said refused) {
    private static final int POINTS = 24;
    private static final int ROWS = 100;
    private static final int DOTS = 400;

    static PairSurface of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedColumn one = column(model, question.pair().get(0));
        ExplainedColumn two = column(model, question.pair().get(1));
        ExplainedRows training = engines.training(asked);
        ExplainedRows all = engines.rows(asked);
        double[] x = Grid.of(one, training, POINTS);
        double[] y = Grid.of(two, training, POINTS);
        try {
            double[][][] found = new PartialDependence(model, all.pick(Evenly.of(all.count(), ROWS))).of(model.columns().indexOf(one), x,
                    model.columns().indexOf(two), y, progress);
            int output = asked.isOfClasses() ? asked.chosen() : 0;
            double[][] said = new double[x.length][y.length];
            IntStream.range(0, x.length).forEach(i -> IntStream.range(0, y.length).forEach(j -> said[i][j] = found[i][j][output]));
            return new PairSurface(asked, one, two, x, y, said, there(one, two, training), null);
        } catch (RefusedException refused) {
            return new PairSurface(asked, one, two, x, y, new double[0][], new double[0][], Said.message(refused));
        }
    }

    private static ExplainedColumn column(Explained model, String name) {
        return model.columns().stream().filter(each -> each.name().equals(name)).findFirst().orElse(model.columns().get(0));
    }

    private static double[][] there(ExplainedColumn one, ExplainedColumn two, ExplainedRows rows) {
        return IntStream.of(Evenly.of(rows.count(), DOTS)).mapToObj(row -> new double[] {one.value(rows.values(), row * rows.size()),
            two.value(rows.values(), row * rows.size())}).toArray(double[][]::new);
    }
}
