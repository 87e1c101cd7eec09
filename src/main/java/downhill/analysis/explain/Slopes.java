package downhill.analysis.explain;

import downhill.analysis.metric.ClassProbabilities;
import downhill.data.prepare.TargetStep;
import downhill.engine.Precision;
import downhill.engine.train.InputGradient;
import downhill.model.ModelBuilder;
import downhill.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an answer changes with each number of a row: the derivative of what {@link Explained#answers} gives, in its scale and unit, by the
 * engine's own gradient, in float64. Belongs to the thread that made it.
 */
public final class Slopes implements AutoCloseable {
    private static final int SLICE = 64;

    private final Explained explained;
    private final List<Map<Integer, InputGradient>> passes;
    private final boolean owner;

    /** @param explained which stays open as long as this is used */
    public Slopes(Explained explained) {
        this(explained, explained.parts().stream().<Map<Integer, InputGradient>>map(part -> new HashMap<>()).toList(), true);
    }

    private Slopes(Explained explained, List<Map<Integer, InputGradient>> passes, boolean owner) {
        this.explained = explained;
        this.passes = passes;
        this.owner = owner;
    }

    /** Those of the same model with other parameters. Shares the memory of this one, and ends with it. */
    public Slopes of(Explained other) {
        return new Slopes(other, passes, false);
    }

    /** What slopes are of. */
    public Explained explained() {
        return explained;
    }

    /**
     * The slopes of one answer at some rows.
     *
     * @param rows   [rows × size]
     * @param output which of the answers
     * @return [rows × size]
     */
    public double[] of(double[] rows, int output) {
        int size = explained.size();
        double[] slopes = new double[rows.length];
        for (int from = 0; from * size < rows.length; from += SLICE) {
            int to = Math.min(rows.length / size, from + SLICE);
            double[] some = slice(Arrays.copyOfRange(rows, from * size, (from + padded(to - from)) * size), output);
            System.arraycopy(some, 0, slopes, from * size, (to - from) * size);
        }
        return slopes;
    }

    /** Few sizes of batches, since each is compiled for itself: the next power of two. What is beyond the rows is 0, and left out. */
    private static int padded(int rows) {
        return rows <= 1 ? rows : Integer.highestOneBit(rows - 1) << 1;
    }

    private InputGradient pass(int number, int rows) {
        ModelPart part = explained.parts().get(number);
        InputGradient pass = passes.get(number).computeIfAbsent(rows, count -> {
            Prediction graph = ModelBuilder.prediction(part.model(), part.shape(), part.outputs(), count, false);
            return new InputGradient(graph.x(), graph.output(), Precision.DOUBLE);
        });
        pass.parameters(part.parameters());
        return pass;
    }

    private double[] slice(double[] rows, int output) {
        int count = rows.length / explained.size();
        List<ModelPart> parts = explained.parts();
        List<double[]> raw = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            raw.add(pass(i, count).output(parts.get(i).inputs(rows, explained.size())));
        }
        double[] slopes = new double[rows.length];
        double[] byShare = explained.classes() ? byShare(raw, count, output) : null;
        for (int i = 0; i < parts.size(); i++) {
            ModelPart part = parts.get(i);
            double[] weights = explained.classes() ? byRaw(part, raw.get(i), byShare, output) : byRaw(part, rows, count);
            double[] own = pass(i, count).gradient(part.inputs(rows, explained.size()), weights);
            spread(part, own, rows, slopes);
            if (part.level() >= 0) {
                level(part, raw.get(i), slopes);
            }
        }
        return slopes;
    }

    private void spread(ModelPart part, double[] own, double[] rows, double[] slopes) {
        int inputs = part.shape().size();
        for (int row = 0; row * inputs < own.length; row++) {
            System.arraycopy(own, row * inputs, slopes, row * explained.size() + part.at(), inputs);
            part.made().chain(rows, slopes, row * explained.size() + part.at());
        }
    }

    /** Numbers are decoded by a straight line: of the output, and of what the target is relative to. */
    private double[] byRaw(ModelPart part, double[] rows, int count) {
        TargetStep target = part.preprocessing().target();
        double[] weights = new double[count];
        for (int row = 0; row < count; row++) {
            double level = part.level() < 0 ? Double.NaN : rows[row * explained.size() + part.level()];
            weights[row] = part.weight() * (target.decode(1, level) - target.decode(0, level));
        }
        return weights;
    }

    private void level(ModelPart part, double[] raw, double[] slopes) {
        TargetStep target = part.preprocessing().target();
        for (int row = 0; row < raw.length; row++) {
            slopes[row * explained.size() + part.level()] = part.weight() * (target.decode(raw[row], 1) - target.decode(raw[row], 0));
        }
    }

    /** Of each row the slope of the answer by the probability of the class, as mixed of all models. */
    private double[] byShare(List<double[]> raw, int count, int output) {
        double[] slopes = new double[count];
        Arrays.fill(slopes, 1);
        if (explained.scale() == ClassScale.LOG_ODDS) {
            double[] mixed = new double[count];
            double[] others = new double[count];
            for (int i = 0; i < raw.size(); i++) {
                ModelPart part = explained.parts().get(i);
                ClassProbabilities shares = ClassProbabilities.of(raw.get(i), part.outputs(), part.model().loss());
                for (int row = 0; row < count; row++) {
                    mixed[row] += part.weight() * shares.of(row, output);
                    for (int k = 0; k < shares.classes(); k++) {
                        others[row] += k == output ? 0 : part.weight() * shares.of(row, k);
                    }
                }
            }
            Arrays.setAll(slopes, row -> 1 / (mixed[row] * others[row]));
        }
        return slopes;
    }

    private double[] byRaw(ModelPart part, double[] raw, double[] byShare, int output) {
        int outputs = part.outputs();
        if (explained.scale() == ClassScale.LOG_ODDS && explained.parts().size() == 1 && part.model().loss().onLogits()) {
            return ClassSlopes.ofLogOdds(raw, outputs, output);
        }
        double[] weights = ClassSlopes.ofShare(raw, outputs, output, part.model().loss().onLogits());
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= part.weight() * byShare[i / outputs];
        }
        return weights;
    }

    @Override
    public void close() {
        if (owner) {
            passes.forEach(each -> each.values().forEach(InputGradient::close));
        }
    }
}
