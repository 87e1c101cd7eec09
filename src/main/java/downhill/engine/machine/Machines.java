package downhill.engine.machine;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;

/** Makes machines of the kind that {@link Backend} chose for this process. */
public final class Machines {
    private Machines() {
    }

    /** Loads whatever machines need, if that has not happened; takes seconds the first time. */
    public static void load() {
        if (Backend.current().kind() == Backend.Kind.HOST) {
            Host.load();
        }
    }

    /**
     * A new machine; close it after use.
     *
     * @throws downhill.engine.UnavailableException where ND4J cannot be loaded
     */
    public static Machine create(Precision precision) {
        return create(precision, false);
    }

    /**
     * The same for answers of which nobody is promised the bits.
     *
     * @param quick as {@link Host#machine(Precision, boolean)}
     */
    public static Machine create(Precision precision, boolean quick) {
        return Backend.current().kind() == Backend.Kind.HOST ? Host.machine(precision, quick) : new Nd4jMachine(precision);
    }
}
