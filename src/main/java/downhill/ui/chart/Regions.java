package downhill.ui.chart;

import downhill.ui.chart.shape.Range;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.image.BufferedImage;

/**
 * Which class is the most probable at each point of a rectangle: a faint fill in the class's colour, stronger where it is surer,
 * and a line where two classes meet. Its picture is made once; touched by the render thread only.
 */
public final class Regions {
    private static final int PIXELS = 280;
    private static final double FAINT = 0.12;
    private static final double SURE = 0.42;

    private final Range x;
    private final Range y;
    private final double[][][] shares;
    private Palette palette;
    private BufferedImage picture;

    /**
     * @param x      from the first column's x to the last one's
     * @param y      from the first row's y to the last one's
     * @param shares [class][row][column], row 0 at the low end of y, at least 2 × 2; NaN stays blank. Not copied.
     */
    public Regions(Range x, Range y, double[][][] shares) {
        this.x = x;
        this.y = y;
        this.shares = shares;
    }

    Range x() {
        return x;
    }

    Range y() {
        return y;
    }

    int classes() {
        return shares.length;
    }

    int rows() {
        return shares[0].length;
    }

    int columns() {
        return shares[0][0].length;
    }

    double share(int one, int row, int column) {
        return shares[one][row][column];
    }

    BufferedImage picture(Palette colours) {
        if (picture == null || palette != colours) {
            palette = colours;
            picture = painted();
        }
        return picture;
    }

    private BufferedImage painted() {
        int[] classes = new int[PIXELS * PIXELS];
        double[] strengths = new double[PIXELS * PIXELS];
        for (int j = 0; j < PIXELS; j++) {
            double row = (PIXELS - 0.5 - j) / PIXELS * (shares[0].length - 1);
            for (int i = 0; i < PIXELS; i++) {
                double column = (i + 0.5) / PIXELS * (shares[0][0].length - 1);
                int best = best(column, row);
                classes[j * PIXELS + i] = best;
                strengths[j * PIXELS + i] = best < 0 ? 0 : sureness(share(best, column, row));
            }
        }
        return coloured(classes, strengths);
    }

    private BufferedImage coloured(int[] classes, double[] strengths) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        for (int j = 0; j < PIXELS; j++) {
            for (int i = 0; i < PIXELS; i++) {
                int at = j * PIXELS + i;
                boolean border = i + 1 < PIXELS && classes[at] != classes[at + 1] || j + 1 < PIXELS && classes[at] != classes[at + PIXELS];
                image.setRGB(i, j, classes[at] < 0 ? 0 : colour(classes[at], strengths[at], border));
            }
        }
        return image;
    }

    private int colour(int index, double strength, boolean border) {
        Colour fill = palette.panel().mix(palette.contender(index).line(), FAINT + (SURE - FAINT) * strength);
        return 0xFF000000 | (border ? fill.mix(palette.text(), 0.45) : fill).rgb();
    }

    private double sureness(double share) {
        double chance = 1.0 / shares.length;
        return Math.max(0, Math.min(1, (share - chance) / (1 - chance)));
    }

    private int best(double column, double row) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < shares.length; index++) {
            double share = share(index, column, row);
            if (share > most) {
                most = share;
                best = index;
            }
        }
        return best;
    }

    private double share(int index, double column, double row) {
        double[][] z = shares[index];
        int i = (int) Math.min(column, z[0].length - 2);
        int j = (int) Math.min(row, z.length - 2);
        double u = column - i;
        double v = row - j;
        return (1 - v) * ((1 - u) * z[j][i] + u * z[j][i + 1]) + v * ((1 - u) * z[j + 1][i] + u * z[j + 1][i + 1]);
    }
}
