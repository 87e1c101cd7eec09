package downhill.engine;

import java.lang.reflect.InvocationTargetException;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Keeps ND4J to one device that it has code for. CUDA orders devices in its own way, so they are asked for their
 * capability again. By reflection, since the classes exist in builds with CUDA only.
 */
final class CudaDevices {
    private CudaDevices() {
    }

    static void useFirstSupported() {
        NativeOps driver = NativeOpsHolder.getInstance().getDeviceNativeOps();
        int count = driver.getAvailableDevices();
        for (int device = 0; device < count && count > 1; device++) {
            if (new GpuDevice("", driver.getDeviceMajor(device), driver.getDeviceMinor(device), "").supported()) {
                use(device);
                return;
            }
        }
    }

    private static void use(int device) {
        try {
            Class<?> environment = Class.forName("org.nd4j.jita.conf.CudaEnvironment");
            Object instance = environment.getMethod("getInstance").invoke(null);
            Object configuration = environment.getMethod("getConfiguration").invoke(instance);
            configuration.getClass().getMethod("useDevice", Integer.class).invoke(configuration, device);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("device " + device + " cannot be chosen", e);
        }
    }
}
