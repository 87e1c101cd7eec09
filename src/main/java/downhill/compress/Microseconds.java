package downhill.compress;

import downhill.engine.Precision;
import downhill.engine.train.ForwardPass;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.Prediction;
import downhill.model.TrainedModel;
import java.util.Arrays;

/**
 * How long an answer takes by the program's own arithmetic in float64, as {@code predict} computes, from prepared inputs on: the least of
 * several measurements on one thread, which other work disturbs least.
 *
 * @param alone    microseconds of a row asked alone
 * @param together microseconds a row of 256 asked at once
 */
public record Microseconds(double alone, double together) {
    private static final int MANY = 256;
    private static final int TIMES = 7;
    private static final long NANOS = 4_000_000;

    /** Those of a model, measured now; a fraction of a second. */
    public static Microseconds of(TrainedModel model) {
        return new Microseconds(of(model, 1), of(model, MANY));
    }

    private static double of(TrainedModel model, int rows) {
        InputShape shape = InputShape.of(model.preprocessing().inputShape());
        Prediction graph = ModelBuilder.prediction(model.model(), shape, model.outputs(), rows, false);
        double[] inputs = new double[rows * shape.size()];
        Arrays.setAll(inputs, i -> Math.sin(i));
        try (ForwardPass pass = new ForwardPass(graph.x(), graph.output(), Precision.DOUBLE)) {
            pass.parameters(model.parameters());
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < TIMES; i++) {
                least = Math.min(least, nanos(pass, inputs) / 1e3 / rows);
            }
            return least;
        }
    }

    private static double nanos(ForwardPass pass, double... inputs) {
        long begin = System.nanoTime();
        int count = 0;
        long now = begin;
        while (now - begin < NANOS) {
            pass.output(inputs);
            count++;
            now = System.nanoTime();
        }
        return (double) (now - begin) / count;
    }
}
