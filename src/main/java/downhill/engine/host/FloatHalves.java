package downhill.engine.host;

/**
 * The largest number of each row of 64: by halves, all rows at once in long loops without jumps, for which of two is larger does not depend
 * on the order. Looking for it number by number takes twice as long, since each comparison waits for the one before it.
 */
final class FloatHalves implements FloatStep {
    /** Numbers of a row. */
    static final int ROW = 64;
    private static final int LEFT = 16;

    private final float[] target;
    private final float[] values;
    private final float[] folded;
    private final float[] again;
    private final float[] most;
    /** What others are compared with, from its start: only then the compiler makes vector instructions of the comparison. */
    private final float[] back;

    FloatHalves(float[] target, float[] values) {
        this.target = target;
        this.values = values;
        folded = new float[values.length];
        again = new float[values.length];
        most = new float[values.length];
        back = new float[values.length];
    }

    @Override
    public void run(int n) {
        int rows = n / ROW;
        by32(folded, values, n - 32);
        by16(again, folded, n - 48);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(again, row * ROW, most, row * LEFT, LEFT);
        }
        for (int by = LEFT / 2; by > 0; by /= 2) {
            int left = rows * LEFT - by;
            System.arraycopy(most, by, back, 0, left);
            FloatLoops.max(most, most, back, left);
        }
        for (int row = 0; row < rows; row++) {
            target[row] = most[row * LEFT];
        }
    }

    private static void by32(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.max(a[i], a[i + 32]);
        }
    }

    private static void by16(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.max(a[i], a[i + 16]);
        }
    }
}
