package downhill.analysis.fit;

import downhill.data.ColumnType;
import downhill.data.Examples;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import java.util.ArrayList;
import java.util.List;

/**
 * A numeric feature and the range in which the data lie, in the units of the file.
 *
 * @param input  index among a row's inputs
 * @param column name
 * @param center what is subtracted before training
 * @param scale  what it is then divided by
 * @param low    smallest value of all rows
 * @param high   largest, above {@code low}
 * @param dates  whether the values are dates, in days since 1970-01-01
 */
public record FeatureAxis(int input, String column, double center, double scale, double low, double high, boolean dates) {

    /**
     * All numeric features of a table of rows; none for images and time series, and where some follow from others, since to move one alone
     * would make rows that cannot be.
     */
    public static List<FeatureAxis> of(Prepared prepared) {
        List<FeatureAxis> axes = new ArrayList<>();
        if (prepared.inputShape().length != 1 || !prepared.preprocessing().madeColumns().isEmpty()) {
            return axes;
        }
        int input = 0;
        for (FeatureStep step : prepared.preprocessing().features()) {
            if (step instanceof FeatureStep.Numeric numeric) {
                axes.add(axis(prepared, numeric, input));
            }
            input += step.width();
        }
        return axes;
    }

    private static FeatureAxis axis(Prepared prepared, FeatureStep.Numeric step, int input) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        widen(range, prepared.training(), input);
        widen(range, prepared.validation(), input);
        double low = range[0] * step.scale() + step.center();
        double high = range[1] * step.scale() + step.center();
        boolean spread = low < high;
        return new FeatureAxis(input, step.column(), step.center(), step.scale(), spread ? low : low - 0.5, spread ? high : low + 0.5,
                step.type() == ColumnType.DATE);
    }

    private static void widen(double[] range, Examples examples, int input) {
        for (int row = 0; row < examples.count(); row++) {
            double value = examples.values().value(row, input);
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
    }

    /** The same with a margin on both sides, as part of the range. */
    public FeatureAxis widened(double margin) {
        double more = margin * (high - low);
        return new FeatureAxis(input, column, center, scale, low - more, high + more, dates);
    }

    /** The i-th of {@code count} equally spaced values, in the units of the file. */
    public double value(int i, int count) {
        return i == count - 1 ? high : low + (high - low) * i / (count - 1);
    }

    /** A value of the file as the model's input. */
    public double encode(double value) {
        return (value - center) / scale;
    }

    /** The values of all rows, in the units of the file. */
    public double[] values(Examples examples) {
        double[] values = new double[examples.count()];
        for (int row = 0; row < values.length; row++) {
            values[row] = examples.values().value(row, input) * scale + center;
        }
        return values;
    }
}
