package downhill.ui.screen.tune;

import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import java.util.function.Supplier;

/**
 * Heights between trials: of each place the mean of what trials near it came to, weighted by a bell (Nadaraya and Watson's estimate); blank
 * where none is near. Made when it is drawn, which is not on the FX thread.
 */
final class TrialGround implements Supplier<Landscape> {
    private static final int CELLS = 48;
    private static final double WIDTH = 0.09;
    private static final double NEAR = 0.02;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private Landscape made;

    /** Of dots and what each came to, 0 to 1. */
    TrialGround(java.util.List<Dot> dots, double[] z) {
        x = dots.stream().mapToDouble(Dot::x).toArray();
        y = dots.stream().mapToDouble(Dot::y).toArray();
        this.z = z;
    }

    @Override
    public synchronized Landscape get() {
        if (made == null) {
            double[][] heights = new double[CELLS][CELLS];
            for (int row = 0; row < CELLS; row++) {
                for (int column = 0; column < CELLS; column++) {
                    heights[row][column] = height(column / (CELLS - 1.0), row / (CELLS - 1.0));
                }
            }
            made = new Landscape(new Range(0, 1), new Range(0, 1), heights, Landscape.Spacing.LINEAR);
        }
        return made;
    }

    private double height(double atX, double atY) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = (x[i] - atX) / WIDTH;
            double dy = (y[i] - atY) / WIDTH;
            double weight = Math.exp(-(dx * dx + dy * dy) / 2);
            sum += weight * z[i];
            weights += weight;
        }
        return weights > NEAR ? sum / weights : Double.NaN;
    }
}
