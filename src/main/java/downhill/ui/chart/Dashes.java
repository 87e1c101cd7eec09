package downhill.ui.chart;

import java.awt.BasicStroke;

/** Cuts a line of straight pieces into the dashes of a stroke, in pixels along the line. */
final class Dashes {
    /** Receives each straight piece that is to be seen. */
    @FunctionalInterface
    interface Piece {
        void accept(double x0, double y0, double x1, double y1);
    }

    private final double[] lengths;
    private final Piece out;
    private int at;
    private double left;

    private Dashes(double[] lengths, Piece out) {
        this.lengths = lengths;
        this.out = out;
        restart();
    }

    /** The dashes of {@code stroke}, {@code scale} pixels a point; a stroke without dashes lets everything through. */
    static Dashes of(BasicStroke stroke, double scale, Piece out) {
        float[] pattern = stroke.getDashArray();
        double[] lengths = new double[pattern == null ? 0 : pattern.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = pattern[i] * scale;
        }
        return new Dashes(lengths, out);
    }

    /** Begins anew with the first dash, as after a gap in the data. */
    void restart() {
        at = 0;
        left = lengths.length == 0 ? Double.POSITIVE_INFINITY : lengths[0];
    }

    void line(double x0, double y0, double x1, double y1) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double done = 0;
        while (length - done > left) {
            piece(x0, y0, x1, y1, done / length, (done + left) / length);
            done += left;
            at = (at + 1) % lengths.length;
            left = lengths[at];
        }
        piece(x0, y0, x1, y1, length == 0 ? 0 : done / length, 1);
        left -= length - done;
    }

    private void piece(double x0, double y0, double x1, double y1, double from, double to) {
        if (at % 2 == 0) {
            out.accept(x0 + from * (x1 - x0), y0 + from * (y1 - y0), x0 + to * (x1 - x0), y0 + to * (y1 - y0));
        }
    }
}
