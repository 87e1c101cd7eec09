package downhill.serve;

import downhill.words.Said;

/**
 * What a model says about one row.
 *
 * @param row           of the request, from 0; in a time series perhaps past its end
 * @param prediction    the class, number, or date in ISO 8601; null where there is no answer
 * @param number        the number predicted; NaN where classes are
 * @param probabilities of the classes; empty where a number is predicted, or nothing
 * @param reason        why there is no answer; null where there is one
 */
record RowAnswer(int row, String prediction, double number, double[] probabilities, Said reason) {
    static RowAnswer none(int row, Said reason) {
        return new RowAnswer(row, null, Double.NaN, new double[0], reason);
    }

    boolean answered() {
        return reason == null;
    }

    RowAnswer at(int other) {
        return new RowAnswer(other, prediction, number, probabilities, reason);
    }
}
