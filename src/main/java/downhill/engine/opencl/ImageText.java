package downhill.engine.opencl;

import downhill.engine.plan.ArrayView;

/** Patches and pools of images [B, H, W, C]; a work-item for each number that comes out. */
final class ImageText {
    private final ClText text;

    ImageText(ClText text) {
        this.text = text;
    }

    void unfold(ArrayView images, ArrayView patches, int kernel) {
        int[] s = images.strides();
        begin(patches, "i");
        text.line("    %s[%d + e] = %s[%d + b * %d + (y + i / %d %% %d) * %d + (x + i %% %d) * %d + i / %d * %d];", ClText.name(patches),
                patches.offset(), ClText.name(images), images.offset(), s[0], kernel, kernel, s[1], kernel, s[2], kernel * kernel, s[3]);
        end();
    }

    void fold(ArrayView patches, ArrayView images, int kernel) {
        int[] p = patches.shape();
        begin(images, "c");
        text.line("    real s = 0;");
        text.line("    for (int q = 0; q < %d; q++) {", kernel * kernel);
        text.line("      const int v = y - q / %d, h = x - q %% %d;", kernel, kernel);
        text.line("      if (v >= 0 && v < %d && h >= 0 && h < %d) s += %s[%d + ((b * %d + v) * %d + h) * %d + c * %d + q];", p[1], p[2],
                ClText.name(patches), patches.offset(), p[1], p[2], p[3], kernel * kernel);
        text.line("    }");
        put(images);
        end();
    }

    void maxPool(ArrayView images, ArrayView pooled, int size) {
        begin(pooled, "c");
        text.line("    real s = -(real)INFINITY;");
        text.line("    for (int q = 0; q < %d; q++) s = larger(s, %s);", size * size, inWindow(images, "y", "x", size));
        put(pooled);
        end();
    }

    /** Of equal values the first takes the gradient; where there is not-a-number, the last of those. */
    void maxPoolGradient(ArrayView images, ArrayView pooled, ArrayView gradient, int size) {
        int height = images.shape()[1] / size;
        int width = images.shape()[2] / size;
        begin(images, "c");
        text.line("    const int h = x / %d, v = y / %d;", size, size);
        text.line("    real s = 0;");
        text.line("    if (h < %d && v < %d) {", width, height);
        text.line("      int best = 0;");
        text.line("      real most = -(real)INFINITY;");
        text.line("      for (int q = 0; q < %d; q++) {", size * size);
        text.line("        const real z = %s;", inWindow(images, "v", "h", size));
        text.line("        if (z > most || z != z) { most = z; best = q; }");
        text.line("      }");
        text.line("      if (y - v * %1$d == best / %1$d && x - h * %1$d == best %% %1$d)", size);
        text.line("        s = %s[%d + ((b * %d + v) * %d + h) * %d + c];", ClText.name(pooled), pooled.offset(), height, width,
                images.shape()[3]);
        text.line("    }");
        put(gradient);
        end();
    }

    /** Element q of the window that begins at (row, column) times its size. */
    private static String inWindow(ArrayView images, String row, String column, int size) {
        int[] v = images.shape();
        String down = row + " * " + size + " + q / " + size;
        String across = column + " * " + size + " + q % " + size;
        String line = "(b * " + v[1] + " + " + down + ") * " + v[2];
        return ClText.name(images) + "[" + images.offset() + " + (" + line + " + " + across + ") * " + v[3] + " + c]";
    }

    private void begin(ArrayView walked, String last) {
        int[] s = walked.shape();
        text.loop("e", walked.size());
        text.line("    const int %s = e %% %d, x = e / %d %% %d, y = e / %d %% %d, b = e / %d;", last, s[3], s[3], s[2], s[3] * s[2], s[1],
                s[3] * s[2] * s[1]);
    }

    private void put(ArrayView view) {
        text.line("    %s[%d + e] = s;", ClText.name(view), view.offset());
    }

    private void end() {
        text.line("  }");
        text.sync();
    }
}
