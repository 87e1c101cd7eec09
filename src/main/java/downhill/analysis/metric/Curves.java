package downhill.analysis.metric;

import java.util.AbstractList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * One curve for each class, worked out when it is first asked for: those of a thousand classes take more room than all that was predicted.
 */
final class Curves<T> extends AbstractList<T> {
    private final IntFunction<T> curve;
    private final AtomicReferenceArray<T> known;

    Curves(int classes, IntFunction<T> curve) {
        this.curve = curve;
        known = new AtomicReferenceArray<>(classes);
    }

    @Override
    public T get(int index) {
        T one = known.get(index);
        if (one == null) {
            one = curve.apply(index);
            known.set(index, one);
        }
        return one;
    }

    @Override
    public int size() {
        return known.length();
    }
}
