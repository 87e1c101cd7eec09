package downhill.analysis.explain;

import downhill.data.prepare.FeatureStep;

/**
 * Where a column of the file stands in a row of one model: {@code times} times {@code step.width()} numbers.
 *
 * @param step   how its values become these numbers
 * @param at     place of the first
 * @param stride from one time to the next
 * @param times  1, or the rows of a window
 */
record InputPlace(FeatureStep step, int at, int stride, int times) {

    /** In the unit of the file; of a column told relative to its window, relative to it; of labels the index of the category, or −1. */
    double value(double[] rows, int from, int time) {
        int first = from + at + time * stride;
        if (step instanceof FeatureStep.OneHot labels) {
            return category(labels, rows, first);
        }
        return rows[first] * scale() + center();
    }

    private static int category(FeatureStep.OneHot labels, double[] rows, int first) {
        for (int i = 0; i < labels.width(); i++) {
            if (rows[first + i] != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Writes such a value at one time; of labels the category of that name, where the model knows it. */
    void write(double value, String category, double[] rows, int from, int time) {
        int first = from + at + time * stride;
        if (step instanceof FeatureStep.OneHot labels) {
            for (int i = 0; i < labels.width(); i++) {
                rows[first + i] = labels.categories().get(i).equals(category) ? 1 : 0;
            }
        } else {
            rows[first] = (value - center()) / scale();
        }
    }

    private double center() {
        return step instanceof FeatureStep.Relative relative ? relative.center() : ((FeatureStep.Numeric) step).center();
    }

    private double scale() {
        return step instanceof FeatureStep.Relative relative ? relative.scale() : ((FeatureStep.Numeric) step).scale();
    }
}
