package downhill.analysis.explain;

import downhill.expr.UnaryOp;

/** Slopes of what is said of a class by the outputs of a model. One output stands for two classes. */
final class ClassSlopes {
    private ClassSlopes() {
    }

    /** Of ln(p / (1 − p)) by logits [rows × outputs]: 1 by its own, minus the softmax of the others by theirs. */
    static double[] ofLogOdds(double[] raw, int outputs, int of) {
        double[] slopes = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            if (outputs == 1) {
                slopes[i] = of == 1 ? 1 : -1;
            } else {
                slopes[i] = i % outputs == of ? 1 : -share(raw, i, outputs, of);
            }
        }
        return slopes;
    }

    /** e^z over the sum of all e^z of the row but that of {@code without}. */
    private static double share(double[] raw, int place, int outputs, int without) {
        int from = place / outputs * outputs;
        double sum = 0;
        for (int i = from; i < from + outputs; i++) {
            sum += i - from == without ? 0 : Math.exp(raw[i] - raw[place]);
        }
        return 1 / sum;
    }

    /** Of p by outputs [rows × outputs]: logits through sigmoid or softmax; others, which are cut to 0 … 1 and divided by their sum. */
    static double[] ofShare(double[] raw, int outputs, int of, boolean logits) {
        double[] slopes = new double[raw.length];
        for (int from = 0; from < raw.length; from += outputs) {
            if (outputs == 1) {
                slopes[from] = (of == 1 ? 1 : -1) * ofOne(raw[from], logits);
            } else if (logits) {
                softmax(raw, from, outputs, of, slopes);
            } else {
                divided(raw, from, outputs, of, slopes);
            }
        }
        return slopes;
    }

    private static double ofOne(double output, boolean logit) {
        return logit ? UnaryOp.SIGMOID.apply(output) * UnaryOp.SIGMOID.apply(-output) : inside(output);
    }

    private static double inside(double output) {
        return output > 0 && output < 1 ? 1 : 0;
    }

    private static void softmax(double[] raw, int from, int outputs, int of, double[] slopes) {
        double own = share(raw, from + of, outputs, -1);
        for (int k = 0; k < outputs; k++) {
            double other = share(raw, from + k, outputs, -1);
            slopes[from + k] = k == of ? own * (1 - other) : -own * other;
        }
    }

    private static void divided(double[] raw, int from, int outputs, int of, double[] slopes) {
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            sum += cut(raw[from + k]);
        }
        for (int k = 0; k < outputs && sum > 0; k++) {
            double own = k == of ? sum : 0;
            slopes[from + k] = inside(raw[from + k]) * (own - cut(raw[from + of])) / (sum * sum);
        }
    }

    private static double cut(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
