package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Visible;
import downhill.ui.chart.DependenceDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The effect of the feature chosen on each row over its value, coloured by the feature that it acts with most. */
final class DependencePicture {
    private static final int NEAR = 5;

    private DependencePicture() {
    }

    /**
     * Draws it.
     *
     * @param strong the row that is chosen among those told about; −1 for none
     * @param up     what is shown upwards; null for as far as effects reach
     */
    static DependenceDrawing of(MovedRows found, int feature, int strong, Range up) {
        ExplainedColumn column = found.columns().get(feature);
        double[] at = values(found, feature);
        int other = other(found, feature, at);
        String name = other < 0 ? "" : Visible.line(found.columns().get(other).name());
        double[] none = new double[at.length];
        Arrays.fill(none, Double.NaN);
        List<String> key = other < 0 ? List.of() : List.of(Messages.text("explain.dependence.low", name),
                Messages.text("explain.dependence.high", name));
        return new DependenceDrawing(TogetherScreen.axis(column), ExplainModel.words("explain.effect", found.asked()), at,
                found.of(feature), other < 0 ? none : found.shades(other), strong, key, up,
                Messages.text("explain.features.mean", Visible.line(column.name()), RowText.signed(found.mean(feature), 3)));
    }

    private static double[] values(MovedRows found, int feature) {
        return IntStream.range(0, found.rows().count())
                .mapToDouble(row -> found.columns().get(feature).value(found.rows().values(), row * found.rows().size())).toArray();
    }

    /**
     * The feature whose order tells most of what the effect differs by among rows of nearly the same value, as far as another tells
     * anything at all; −1 where none does.
     */
    private static int other(MovedRows found, int feature, double[] at) {
        Integer[] order = IntStream.range(0, at.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(at[a], at[b]));
        int best = -1;
        double most = 0;
        for (int other = 0; other < found.columns().size(); other++) {
            double told = other == feature || found.columns().get(other).isLabels() ? 0
                    : Math.abs(told(order, found.of(feature), found.shades(other)));
            best = told > most ? other : best;
            most = Math.max(most, told);
        }
        return best;
    }

    /** How far effect and shade go together among neighbours in the order. */
    private static double told(Integer[] order, double[] effect, double[] shades) {
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < Math.min(order.length, i + NEAR); j++) {
                double both = (effect[order[i]] - effect[order[j]]) * (shades[order[i]] - shades[order[j]]);
                sum += Double.isFinite(both) ? both : 0;
            }
        }
        return sum;
    }
}
