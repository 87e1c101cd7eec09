package downhill.engine.graph;

/** Patches and pools of images [B, H, W, C], element by element. */
final class ReferenceImages {
    private interface Pair {
        void see(int image, int patch);
    }

    private ReferenceImages() {
    }

    static double[] unfold(int[] images, int kernel, double[] in) {
        double[] result = new double[images[0] * (images[1] - kernel + 1) * (images[2] - kernel + 1) * images[3] * kernel * kernel];
        pairs(images, kernel, (image, patch) -> result[patch] = in[image]);
        return result;
    }

    static double[] fold(int[] images, int kernel, double[] in) {
        double[] result = new double[Shapes.size(images)];
        pairs(images, kernel, (image, patch) -> result[image] += in[patch]);
        return result;
    }

    /** Every element of a patch and the element of an image that it shows. */
    private static void pairs(int[] s, int k, Pair pair) {
        int patch = 0;
        for (int b = 0; b < s[0]; b++) {
            for (int row = 0; row + k <= s[1]; row++) {
                for (int column = 0; column + k <= s[2]; column++) {
                    for (int c = 0; c < s[3]; c++) {
                        for (int i = 0; i < k * k; i++) {
                            pair.see(at(s, b, row + i / k, column + i % k, c), patch++);
                        }
                    }
                }
            }
        }
    }

    private static int at(int[] s, int b, int row, int column, int c) {
        return ((b * s[1] + row) * s[2] + column) * s[3] + c;
    }

    static double[] maxPool(int[] images, int size, double[] in) {
        int[] winners = winners(images, size, in);
        double[] result = new double[winners.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = in[winners[i]];
        }
        return result;
    }

    static double[] maxPoolGradient(int[] images, int size, double[] in, double[] gradient) {
        int[] winners = winners(images, size, in);
        double[] result = new double[in.length];
        for (int i = 0; i < winners.length; i++) {
            result[winners[i]] += gradient[i];
        }
        return result;
    }

    /** For each pooled value the element of the image that it came from; the first of equals. */
    private static int[] winners(int[] s, int size, double[] in) {
        int rows = s[1] / size;
        int columns = s[2] / size;
        int[] winners = new int[s[0] * rows * columns * s[3]];
        for (int i = 0; i < winners.length; i++) {
            int[] to = ReferenceAxes.index(new int[] {s[0], rows, columns, s[3]}, i);
            int best = at(s, to[0], to[1] * size, to[2] * size, to[3]);
            for (int w = 0; w < size * size; w++) {
                int other = at(s, to[0], to[1] * size + w / size, to[2] * size + w % size, to[3]);
                if (in[other] > in[best]) {
                    best = other;
                }
            }
            winners[i] = best;
        }
        return winners;
    }

    /** By how much the winner of a window leads at least; infinite for windows of one pixel. */
    static double lead(int[] s, int size, double[] in) {
        double lead = Double.POSITIVE_INFINITY;
        int[] winners = winners(s, size, in);
        for (int i = 0; i < winners.length; i++) {
            int[] to = ReferenceAxes.index(new int[] {s[0], s[1] / size, s[2] / size, s[3]}, i);
            for (int w = 0; w < size * size; w++) {
                int other = at(s, to[0], to[1] * size + w / size, to[2] * size + w % size, to[3]);
                lead = other == winners[i] ? lead : Math.min(lead, in[winners[i]] - in[other]);
            }
        }
        return lead;
    }
}
