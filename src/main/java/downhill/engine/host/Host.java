package downhill.engine.host;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.plan.Machine;
import org.bytedeco.openblas.presets.openblas_nolapack;

/** The CPU as a machine. */
public final class Host {
    private static boolean loaded;

    private Host() {
    }

    /**
     * Loads ND4J and its natives, if that has not happened; takes seconds the first time. Every plan runs its products on
     * one thread: rows are independent, so threads are given rows of their own instead.
     */
    public static synchronized void load() {
        if (!loaded) {
            Backend.current();
            openblas_nolapack.blas_set_num_threads(1);
            loaded = true;
        }
    }

    /** A machine for the given number format. */
    public static Machine machine(Precision precision) {
        return machine(precision, false);
    }

    /**
     * The same for what promises no bits.
     *
     * @param quick whether tanh in double may be off by 1.2·10⁻¹⁵ of itself, σ by 7·10⁻¹⁶
     */
    public static Machine machine(Precision precision, boolean quick) {
        load();
        return precision == Precision.FLOAT ? new FloatMachine(quick) : new DoubleMachine(quick);
    }
}
