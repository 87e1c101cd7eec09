package downhill.ui.chart.shape;

/** A finer grid through the given one (Catmull-Rom in both directions), so that contour lines are round. */
public final class Resample {
    private Resample() {
    }

    /** {@code z} with about {@code wanted} rows and columns, never fewer than it has; cells next to a blank are linear. */
    public static double[][] finer(double[][] z, int wanted) {
        int factorX = Math.max(1, (wanted - 1) / (z[0].length - 1));
        int factorY = Math.max(1, (wanted - 1) / (z.length - 1));
        double[][] wide = new double[z.length][];
        for (int j = 0; j < z.length; j++) {
            wide[j] = line(z[j], factorX);
        }
        return factorY == 1 ? wide : transposed(down(transposed(wide), factorY));
    }

    private static double[][] down(double[][] columns, int factor) {
        double[][] out = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            out[i] = line(columns[i], factor);
        }
        return out;
    }

    private static double[] line(double[] z, int factor) {
        double[] out = new double[(z.length - 1) * factor + 1];
        for (int i = 0; i < out.length; i++) {
            int at = Math.min(i / factor, z.length - 2);
            out[i] = between(z, at, (i - at * factor) / (double) factor);
        }
        return out;
    }

    private static double between(double[] z, int at, double t) {
        double a = z[at];
        double b = z[at + 1];
        if (t == 0) {
            return a;
        }
        double linear = a + t * (b - a);
        double before = at > 0 ? z[at - 1] : 2 * a - b;
        double after = at + 2 < z.length ? z[at + 2] : 2 * b - a;
        double curved = linear + 0.5 * t * (1 - t) * ((t - 1) * (before - 2 * a + b) - t * (a - 2 * b + after));
        boolean overshoots = curved < Math.min(a, b) - Math.abs(b - a) * 0.5 || curved > Math.max(a, b) + Math.abs(b - a) * 0.5;
        return Double.isFinite(curved) && !overshoots ? curved : linear;
    }

    private static double[][] transposed(double[][] z) {
        double[][] out = new double[z[0].length][z.length];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < z[0].length; i++) {
                out[i][j] = z[j][i];
            }
        }
        return out;
    }
}
