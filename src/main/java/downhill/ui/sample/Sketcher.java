package downhill.ui.sample;

import downhill.data.Column;
import downhill.data.ImageSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws bundled data small: classes over the two columns that tell them apart best, a number over the column that goes with it best, a
 * series in time, an image as it is.
 */
final class Sketcher {
    private static final int MOST = 160;
    private static final int DARKEST = 255;

    private Sketcher() {
    }

    /** Reads the sample, which takes some ten milliseconds, and sketches it. */
    static Sketch of(SampleData sample) {
        Table table = DataSources.load(sample.spec(), null, Progress.NONE).table();
        if (sample.image() != null) {
            return image(table, sample.image());
        }
        Column target = table.column(sample.target());
        if (sample.whole()) {
            return facts(table, target);
        }
        if (sample.sequence() != null) {
            double[] time = unit(IntStream.range(0, target.size()).asDoubleStream());
            return new Sketch(Sketch.Kind.LINE, time, unit(numbers(target)), new int[target.size()]);
        }
        int[] groups = sample.task().isClassification() ? groups(target) : new int[target.size()];
        List<Column> best = best(table, sample, target, groups);
        return thinned(unit(numbers(best.get(0))), unit(numbers(best.size() > 1 ? best.get(1) : target)), groups);
    }

    private static List<Column> best(Table table, SampleData sample, Column target, int[] groups) {
        boolean classes = sample.task().isClassification();
        ToDoubleFunction<Column> merit = classes ? column -> separation(numbers(column).toArray(), groups)
                : column -> Math.abs(correlation(numbers(column).toArray(), numbers(target).toArray()));
        return table.columns().stream().filter(column -> column != target).sorted(Comparator.comparingDouble(merit).reversed())
                .limit(classes ? 2 : 1).toList();
    }

    private static DoubleStream numbers(Column column) {
        return IntStream.range(0, column.size()).mapToDouble(column::number);
    }

    private static int[] groups(Column target) {
        List<String> names = IntStream.range(0, target.size()).mapToObj(target::text).distinct().sorted().toList();
        return IntStream.range(0, target.size()).map(row -> names.indexOf(target.text(row))).toArray();
    }

    /** Variance between the groups' means over that within, up to a factor. */
    private static double separation(double[] values, int[] groups) {
        int count = Arrays.stream(groups).max().orElse(0) + 1;
        double mean = Arrays.stream(values).average().orElse(0);
        double between = 0;
        double within = 0;
        for (int group = 0; group < count; group++) {
            int one = group;
            double own = IntStream.range(0, values.length).filter(i -> groups[i] == one).mapToDouble(i -> values[i]).average().orElse(mean);
            between += IntStream.range(0, values.length).filter(i -> groups[i] == one).count() * (own - mean) * (own - mean);
            within += IntStream.range(0, values.length).filter(i -> groups[i] == one)
                    .mapToDouble(i -> (values[i] - own) * (values[i] - own)).sum();
        }
        return between / within;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = IntStream.range(0, a.length).mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB)).sum();
        double ofA = Arrays.stream(a).map(value -> (value - meanA) * (value - meanA)).sum();
        double ofB = Arrays.stream(b).map(value -> (value - meanB) * (value - meanB)).sum();
        return both / Math.sqrt(ofA * ofB);
    }

    private static double[] unit(DoubleStream values) {
        double[] all = values.toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        return Arrays.stream(all).map(value -> high > low ? (value - low) / (high - low) : 0.5).toArray();
    }

    private static Sketch thinned(double[] x, double[] y, int[] groups) {
        int step = Math.max(1, x.length / MOST);
        int[] rows = IntStream.iterate(0, row -> row < x.length, row -> row + step).toArray();
        return new Sketch(Sketch.Kind.DOTS, Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> y[row]).toArray(), Arrays.stream(rows).map(row -> groups[row]).toArray());
    }

    /** A line for each different fact. */
    private static Sketch facts(Table table, Column target) {
        int[] groups = groups(target);
        int count = Arrays.stream(groups).max().orElse(0) + 1;
        int width = table.columns().size() - 1;
        int[] rows = IntStream.range(0, count).map(fact -> IntStream.range(0, groups.length).filter(row -> groups[row] == fact).findFirst()
                .orElseThrow()).toArray();
        double[] ink = unit(IntStream.range(0, count * width).mapToDouble(i -> table.columns().get(i % width).number(rows[i / width])));
        return pixels(ink, count, width);
    }

    /** The first row; its pixels are the columns, from the first line to the last. */
    private static Sketch image(Table table, ImageSpec shape) {
        int count = shape.height() * shape.width();
        double[] ink = unit(IntStream.range(0, count).mapToDouble(pixel -> table.columns().get(pixel).number(0)));
        return pixels(ink, shape.height(), shape.width());
    }

    private static Sketch pixels(double[] ink, int height, int width) {
        double[] x = IntStream.range(0, ink.length).mapToDouble(pixel -> (double) (pixel % width) / width).toArray();
        double[] y = IntStream.range(0, ink.length).mapToDouble(pixel -> 1 - (double) (pixel / width) / height).toArray();
        return new Sketch(Sketch.Kind.PIXELS, x, y, Arrays.stream(ink).mapToInt(value -> (int) (DARKEST * value)).toArray());
    }
}
