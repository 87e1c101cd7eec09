package downhill.engine.opencl;

import downhill.engine.plan.ArrayView;
import java.util.Arrays;

/** Products of matrices: each work-item holds a small tile of the result in registers. */
final class ProductText {
    /** Rows and columns of tiles, the best first: of a larger one more of what is read is used again. */
    private static final int[][] TILES = {{4, 4}, {2, 8}, {2, 4}, {1, 8}, {4, 2}, {1, 4}, {2, 2}, {1, 2}, {2, 1}, {1, 1}};

    private final ClText text;

    ProductText(ClText text) {
        this.text = text;
    }

    void write(ArrayView a, ArrayView b, ArrayView c) {
        int rank = c.shape().length;
        int m = c.shape()[rank - 2];
        int n = c.shape()[rank - 1];
        int k = a.shape()[rank - 1];
        int[] batch = Arrays.copyOf(c.shape(), rank - 2);
        int[] tile = tile(m, n, ClText.product(batch));
        int across = n / tile[1];
        int down = m / tile[0];
        text.line("  {");
        text.loop("e", ClText.product(batch) * down * across);
        text.line("    const int j = e %% %d * %d, i = e / %d %% %d * %d;", across, tile[1], across, down, tile[0]);
        text.indexes("(e / " + down * across + ")", batch, "b");
        for (int x = 0; x < tile[0] * tile[1]; x++) {
            text.line("    real c%d = 0;", x);
        }
        text.line("    for (int k = 0; k < %d; k++) {", k);
        for (int x = 0; x < tile[0]; x++) {
            text.line("      const real a%d = %s;", x, place(a, batch, "i + " + x, "k"));
        }
        for (int y = 0; y < tile[1]; y++) {
            text.line("      const real d%d = %s;", y, place(b, batch, "k", "j + " + y));
        }
        for (int x = 0; x < tile[0] * tile[1]; x++) {
            text.line("      c%1$d = fma(a%2$d, d%3$d, c%1$d);", x, x / tile[1], x % tile[1]);
        }
        text.line("    }");
        for (int x = 0; x < tile[0] * tile[1]; x++) {
            text.line("    %s = c%d;", place(c, batch, "i + " + x / tile[1], "j + " + x % tile[1]), x);
        }
        text.line("  }");
        text.sync();
        text.line("  }");
    }

    /** The best that divides the result and leaves no work-item idle. */
    private int[] tile(int m, int n, int batches) {
        for (int[] tile : TILES) {
            boolean fits = m % tile[0] == 0 && n % tile[1] == 0;
            if (fits && (long) batches * m * n / (tile[0] * tile[1]) >= text.lanes()) {
                return tile;
            }
        }
        return TILES[TILES.length - 1];
    }

    private static String place(ArrayView view, int[] batch, String row, String column) {
        int rank = view.shape().length;
        int[] strides = view.strides();
        return ClText.name(view) + "[" + ClText.at(view.offset(), Arrays.copyOf(strides, rank - 2), batch, "b")
                + " + (" + row + ") * " + strides[rank - 2] + " + (" + column + ") * " + strides[rank - 1] + "]";
    }
}
