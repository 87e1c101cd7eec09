package downhill.analysis.sweep;

import java.util.ArrayList;
import java.util.List;

/** The order in which the pixels of a picture are computed: every s-th of each axis, then every s/2-th, down to all. */
public final class Refinement {
    /** A first picture has about this many pixels along its longer axis. */
    private static final int COARSEST = 8;

    /** A pixel. */
    public record Pixel(int row, int column) {
    }

    /** Pixels that a level adds, and the distance between those known after it. */
    public record Level(int stride, List<Pixel> pixels) {
    }

    private Refinement() {
    }

    /** Coarse first; each pixel in one of them. */
    public static List<Level> levels(int rows, int columns) {
        int stride = 1;
        while (Math.max(rows, columns) / (2 * stride) >= COARSEST) {
            stride *= 2;
        }
        List<Level> levels = new ArrayList<>();
        for (int s = stride; s >= 1; s /= 2) {
            levels.add(level(rows, columns, s, s == stride));
        }
        return levels;
    }

    private static Level level(int rows, int columns, int stride, boolean first) {
        List<Pixel> pixels = new ArrayList<>();
        for (int row = 0; row < rows; row += stride) {
            for (int column = 0; column < columns; column += stride) {
                if (first || row % (2 * stride) != 0 || column % (2 * stride) != 0) {
                    pixels.add(new Pixel(row, column));
                }
            }
        }
        return new Level(stride, pixels);
    }

    /** A copy in which every pixel has the value of the known one at or before it. */
    public static double[][] filled(double[][] values, int stride) {
        return filled(values, new boolean[values.length][values[0].length], stride);
    }

    /**
     * The same where some pixels between are known, too.
     *
     * @param known those that keep their own value
     */
    public static double[][] filled(double[][] values, boolean[][] known, int stride) {
        double[][] full = new double[values.length][values[0].length];
        for (int row = 0; row < full.length; row++) {
            for (int column = 0; column < full[row].length; column++) {
                full[row][column] = known[row][column] ? values[row][column] : values[row - row % stride][column - column % stride];
            }
        }
        return full;
    }
}
