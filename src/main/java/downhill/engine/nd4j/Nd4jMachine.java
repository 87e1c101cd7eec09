package downhill.engine.nd4j;

import downhill.engine.Precision;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations as a machine, on whatever backend was loaded; load it first by {@link downhill.engine.Backend#current}.
 * An array of its own for each value between two operations: more memory than the host's blocks, since operations of a
 * library cannot be fused.
 */
public final class Nd4jMachine implements Machine {
    private final DataType type;
    private final List<Nd4jMemory> memories = new ArrayList<>();
    private final List<INDArray> arrays = new ArrayList<>();

    public Nd4jMachine(Precision precision) {
        type = precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
        // Only the CPU backend looks at these. Its threads cost more than they save on arrays of a few thousand elements.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    @Override
    public synchronized Memory allocate(int length) {
        Nd4jMemory memory = new Nd4jMemory(type, length);
        memories.add(memory);
        return memory;
    }

    /** An array that is freed with the machine. */
    synchronized INDArray array(DataType wanted, long[] shape) {
        INDArray array = Nd4j.create(wanted, shape);
        arrays.add(array);
        return array;
    }

    DataType type() {
        return type;
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public Instruction kernel(KernelCode code) {
        return new KernelBinder(new Recorder(this), code).bind();
    }

    @Override
    public Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c) {
        Recorder recorder = new Recorder(this);
        recorder.custom("matmul", Views.view(runs, c), Views.view(runs, a), Views.view(runs, b));
        return recorder.script();
    }

    @Override
    public Instruction unfold(int runs, ArrayView images, ArrayView patches, int kernel) {
        return new ImageBinder(new Recorder(this), runs).unfold(images, patches, kernel);
    }

    @Override
    public Instruction fold(int runs, ArrayView patches, ArrayView images, int kernel) {
        return new ImageBinder(new Recorder(this), runs).fold(patches, images, kernel);
    }

    @Override
    public Instruction maxPool(int runs, ArrayView images, ArrayView pooled, int size) {
        return new PoolBinder(new Recorder(this), runs, size).pool(images, pooled);
    }

    @Override
    public Instruction maxPoolGradient(int runs, ArrayView images, ArrayView pooledGradient, ArrayView imageGradient, int size) {
        return new PoolBinder(new Recorder(this), runs, size).gradient(images, pooledGradient, imageGradient);
    }

    @Override
    public synchronized void close() {
        memories.forEach(Nd4jMemory::close);
        memories.clear();
        arrays.forEach(INDArray::close);
        arrays.clear();
    }
}
