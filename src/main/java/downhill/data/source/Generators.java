package downhill.data.source;

import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.DataSource;
import downhill.data.Generator;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Table;
import java.util.List;

/** Makes tables: columns x and y for regression; x1, x2 and class otherwise. */
final class Generators {
    private static final double TURNS = 1.75;
    private static final double[][] CORNERS = {{-1, -0.6}, {1, -0.6}, {0, 1.1}};

    private final DataSource.Generated spec;
    private final double[] first;
    private final double[] second;
    private final int[] classes;

    private Generators(DataSource.Generated spec) {
        this.spec = spec;
        this.first = new double[spec.rows()];
        this.second = new double[spec.rows()];
        this.classes = new int[spec.rows()];
    }

    static Table make(DataSource.Generated spec) {
        Generators made = new Generators(spec);
        for (int row = 0; row < spec.rows(); row++) {
            made.row(row);
        }
        return made.table();
    }

    private Table table() {
        if (spec.generator().isRegression()) {
            return new Table(List.of(new NumberColumn("x", first), new NumberColumn("y", second)));
        }
        int count = spec.generator() == Generator.BLOBS && spec.rows() >= CORNERS.length ? CORNERS.length : 2;
        List<String> names = List.of("a", "b", "c").subList(0, count);
        return new Table(List.of(new NumberColumn("x1", first), new NumberColumn("x2", second),
                new LabelColumn("class", ColumnType.CATEGORY, classes, names)));
    }

    private void row(int row) {
        double u = CounterRandom.uniform(spec.seed(), CounterRandom.GENERATOR, 2L * row);
        double v = CounterRandom.uniform(spec.seed(), CounterRandom.GENERATOR, 2L * row + 1);
        switch (spec.generator()) {
            case LINE -> regression(row, 2 * u - 1, x -> 2 * x + 1);
            case POLYNOMIAL -> regression(row, 2 * u - 1, x -> 1 + x * (-2 + x * (-3 + x * 4)));
            case XOR -> xor(row, u, v);
            case CIRCLES -> point(row, row % 2, (row % 2 == 0 ? 1 : 0.5) * cos(2 * Math.PI * u),
                    (row % 2 == 0 ? 1 : 0.5) * sin(2 * Math.PI * u));
            case MOONS -> moon(row, Math.PI * u);
            case SPIRAL -> spiral(row, u);
            case BLOBS -> blob(row);
        }
    }

    private void regression(int row, double x, java.util.function.DoubleUnaryOperator f) {
        first[row] = x;
        second[row] = f.applyAsDouble(x) + spec.noise() * gaussian(2L * row);
    }

    /** The corners come first in turn, so that every class occurs in the smallest table. */
    private void xor(int row, double u, double v) {
        double x = (row % 2 == 0 ? 1 : -1) * (0.05 + 0.95 * u);
        double y = (row / 2 % 2 == 0 ? 1 : -1) * (0.05 + 0.95 * v);
        int across = x * y > 0 ? 0 : 1;
        int side = spec.rows() < 4 ? row % 2 : across;
        point(row, side, x, y);
    }

    private void moon(int row, double angle) {
        boolean upper = row % 2 == 0;
        point(row, row % 2, upper ? cos(angle) : 1 - cos(angle), upper ? sin(angle) : 0.5 - sin(angle));
    }

    private void spiral(int row, double u) {
        double radius = 0.05 + 0.95 * Math.sqrt(u);
        double angle = TURNS * 2 * Math.PI * radius + Math.PI * (row % 2);
        point(row, row % 2, radius * cos(angle), radius * sin(angle));
    }

    /** Noise 0 would put all points of a blob on one spot; a spread of 0.2 is its shape, the noise comes on top. */
    private void blob(int row) {
        int group = row % (spec.rows() >= CORNERS.length ? CORNERS.length : 2);
        double spreadX = 0.2 * CounterRandom.gaussian(spec.seed(), CounterRandom.GENERATOR, 2L * row);
        double spreadY = 0.2 * CounterRandom.gaussian(spec.seed(), CounterRandom.GENERATOR, 2L * row + 1);
        point(row, group, CORNERS[group][0] + spreadX, CORNERS[group][1] + spreadY);
    }

    private void point(int row, int group, double x, double y) {
        first[row] = x + spec.noise() * gaussian(2L * row);
        second[row] = y + spec.noise() * gaussian(2L * row + 1);
        classes[row] = group;
    }

    private double gaussian(long counter) {
        return CounterRandom.gaussian(spec.seed(), CounterRandom.NOISE, counter);
    }

    private static double cos(double angle) {
        return StrictMath.cos(angle);
    }

    private static double sin(double angle) {
        return StrictMath.sin(angle);
    }
}
