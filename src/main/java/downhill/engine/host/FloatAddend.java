package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.ScaledView;
import java.nio.FloatBuffer;

/**
 * What is added to a product as BLAS does it: laid where the product goes, and then α·a·b + β·(what lies there). BLAS takes a 0 for
 * the absence of what it multiplies; here 0 times not-a-number is not-a-number.
 */
final class FloatAddend {
    /** So many multiplications are one part of work, which is never cut; in larger products a pass over the elements counts for little. */
    private static final long MOST = 1L << 18;

    private final ScaledView product;
    private final ScaledView addend;
    private final ArrayView from;
    private final ArrayView to;
    private final FloatBuffer productNumber;
    private final FloatBuffer addendNumber;
    private final FloatBuffer source;
    private final FloatBuffer target;
    private final int rows;
    private final int columns;
    /** How much of either lies one number behind the other. */
    private final int stretch;

    /** @param product α, its value the place of the result */
    FloatAddend(ScaledView product, ScaledView addend) {
        this.product = product;
        this.addend = addend;
        from = addend.value();
        to = product.value();
        productNumber = buffer(product.number());
        addendNumber = buffer(addend.number());
        source = buffer(from);
        target = buffer(to);
        rows = to.shape()[0];
        columns = to.shape()[1];
        boolean byRows = to.strides()[1] == 1 && from.strides()[1] == 1;
        int row = byRows ? columns : 1;
        stretch = to.contiguous() && from.contiguous() ? rows * columns : row;
    }

    private static FloatBuffer buffer(ArrayView view) {
        return ((FloatMemory) view.memory()).buffer();
    }

    /** By the shape of one product alone: what a run computes depends neither on other runs nor on threads. */
    static boolean suits(ArrayView a, ArrayView c) {
        return c.shape().length == 2 && (long) c.shape()[0] * c.shape()[1] * a.shape()[1] <= MOST;
    }

    /** α of a run. */
    float product(int run) {
        return number(product, productNumber, run);
    }

    /** β of a run. */
    float addend(int run) {
        return number(addend, addendNumber, run);
    }

    private static float number(ScaledView scaled, FloatBuffer numbers, int run) {
        ArrayView view = scaled.number();
        return (float) (scaled.factor() * numbers.get(view.offset() + run * view.runStride()));
    }

    /** Copies d to where a run's product goes. */
    void lay(int run) {
        for (int at = 0; at < rows * columns; at += stretch) {
            target.put(place(to, run, at), source, place(from, run, at), stretch);
        }
    }

    /** The same in plain arithmetic, where a run's product alone lies in its place. */
    void add(int run) {
        float alpha = product(run);
        float beta = addend(run);
        for (int at = 0; at < rows * columns; at++) {
            int place = place(to, run, at);
            target.put(place, alpha * target.get(place) + beta * source.get(place(from, run, at)));
        }
    }

    private int place(ArrayView view, int run, int at) {
        return view.offset() + run * view.runStride() + at / columns * view.strides()[0] + at % columns * view.strides()[1];
    }
}
