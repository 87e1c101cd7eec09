package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.UnavailableException;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.OpenClDevice;
import downhill.engine.opencl.OpenClDevices;
import downhill.words.Said;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A device of OpenCL for tests, of whatever kind; without one they report themselves as skipped. */
public final class OpenClHere {
    private static OpenCl device;
    private static String lack;

    private OpenClHere() {
    }

    /** The device. */
    public static synchronized OpenCl device() {
        if (device == null && lack == null) {
            try {
                OpenClDevice first = OpenClDevices.all().get(0);
                lack = first.fault().map(Said::toString).orElse(null);
                device = lack == null ? new OpenCl(first) : null;
            } catch (UnavailableException e) {
                lack = e.getMessage();
            }
        }
        Assumptions.assumeTrue(device != null, lack);
        return device;
    }

    /** Whether a device can follow the rule of a run. */
    public static boolean follows(TrainingGraph graph, RunSpec run) {
        return DevicePlan.lack(graph, run).isEmpty();
    }

    /** Runs in double, computed by the device. */
    public static TrainingStack stack(TrainingGraph graph, TrainingData data, List<RunSpec> runs) {
        return DeviceStacks.create(device(), graph, List.of(data), runs, Precision.DOUBLE, 1);
    }
}
