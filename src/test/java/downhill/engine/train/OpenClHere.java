package downhill.engine.train;

import downhill.engine.UnavailableException;
import downhill.engine.opencl.OpenCl;
import downhill.engine.opencl.OpenClDevices;
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
                device = new OpenCl(OpenClDevices.all().get(0));
            } catch (UnavailableException e) {
                lack = e.getMessage();
            }
        }
        Assumptions.assumeTrue(device != null, lack);
        return device;
    }
}
