package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture.Dots;
import downhill.ui.chart.shape.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Data points and their keys. */
final class Data {
    private Data() {
    }

    /** Rows with two features, by class in classification; {@code row} of the table is among them however many there are. */
    static List<Dots> plane(Prepared prepared, FeatureAxis across, FeatureAxis up, int row) {
        return parts(prepared, row).stream().map(rows -> new Dots(across.values(rows), up.values(rows), classes(prepared, rows), -1,
                rows.sourceRows())).toList();
    }

    /** All rows with a feature and the target in its own units, or whether they are of class {@code index}. */
    static List<Dots> line(Prepared prepared, FeatureAxis axis, int index, int row) {
        return parts(prepared, row).stream()
                .map(rows -> new Dots(axis.values(rows), heights(prepared, rows, index), classes(prepared, rows), -1, rows.sourceRows()))
                .toList();
    }

    private static double[] heights(Prepared prepared, Examples rows, int index) {
        if (prepared.task().isClassification()) {
            return Arrays.stream(rows.targets()).map(target -> target == index ? 1 : 0).toArray();
        }
        return prepared.preprocessing().decode(rows.targets(), rows);
    }

    /** What the numbers of the target are. */
    static Marks target(Prepared prepared) {
        return Marks.of(prepared.preprocessing().predictsDates());
    }

    private static List<Examples> parts(Prepared prepared, int row) {
        return List.of(FitRows.thinned(prepared.training(), FitRows.FEW, row), FitRows.thinned(prepared.validation(), FitRows.FEW, row));
    }

    /** Class of each row; null in regression. */
    static int[] classes(Prepared prepared, Examples rows) {
        return prepared.task().isClassification() ? Arrays.stream(rows.targets()).mapToInt(target -> (int) target).toArray() : null;
    }

    /** A sample and a name for each class. */
    static List<PlotKey> key(Prepared prepared) {
        return IntStream.range(0, prepared.classNames().size())
                .mapToObj(index -> new PlotKey(prepared.classNames().get(index), index, PlotKey.Kind.GLYPH)).toList();
    }

    /** From the least to the greatest finite value and a little beyond. */
    static Range range(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Double.isFinite(value) ? Math.min(low, value) : low;
            high = Double.isFinite(value) ? Math.max(high, value) : high;
        }
        return low <= high ? Range.around(low, high, 0.06) : new Range(0, 1);
    }
}
