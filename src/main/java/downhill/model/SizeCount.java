package downhill.model;

import java.util.List;

/** Numbers of a model, added up layer by layer as its family builds them; for sizes that no int can hold as well. */
final class SizeCount {
    private double parameters;
    private double perRow;

    ModelSize size() {
        return new ModelSize(parameters, perRow);
    }

    void parameters(double more) {
        parameters += more;
    }

    /** Numbers kept of one row between the passes. */
    void perRow(double more) {
        perRow += more;
    }

    void dense(double from, double to) {
        dense(from, to, 1);
    }

    /** A dense layer at each of {@code times} places. */
    void dense(double from, double to, double times) {
        parameters += (from + 1) * to;
        perRow += to * times;
    }

    /** The width behind the last of these hidden layers. */
    double dense(double inputs, List<Integer> widths) {
        double from = inputs;
        for (int width : widths) {
            dense(from, width);
            from = width;
        }
        return from;
    }
}
