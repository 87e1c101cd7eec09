package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Products whose sums were cut into parts: keeps the parts, and adds them up in their order. */
final class FloatSums {
    private final GemmShape shape;
    private final int parts;
    private final FloatMemory kept;
    private final FloatBuffer target;
    private final float[] sum;
    private final float[] next;

    FloatSums(GemmShape shape, int parts, ArrayView target, FloatMachine machine) {
        this.shape = shape;
        this.parts = parts;
        this.target = ((FloatMemory) target.memory()).buffer();
        sum = new float[shape.m * shape.n];
        next = new float[sum.length];
        kept = machine.room(Math.multiplyExact(shape.count * parts, sum.length));
    }

    FloatPointer[] pointers(int workers) {
        FloatPointer[] pointers = new FloatPointer[workers];
        for (int i = 0; i < workers; i++) {
            pointers[i] = kept.pointer();
        }
        return pointers;
    }

    /** Where a part's result goes, which are counted through all products. */
    int begin(int part) {
        return part * sum.length;
    }

    void add() {
        for (int i = 0; i < shape.count; i++) {
            kept.buffer().get(begin(i * parts), sum);
            for (int part = 1; part < parts; part++) {
                kept.buffer().get(begin(i * parts + part), next);
                FloatLoops.add(sum, sum, next, sum.length);
            }
            for (int row = 0; row < shape.m; row++) {
                target.put(shape.offsetsC[i] + row * shape.strideC, sum, row * shape.n, shape.n);
            }
        }
    }
}
